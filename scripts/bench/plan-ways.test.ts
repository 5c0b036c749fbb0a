import { describe, expect, it } from 'vitest';
import { inWords, planWays } from './plan-ways.ts';

const at = (people: number, more = {}) =>
  planWays({ people, rate: 10, kilobytes: 36, ...more }).map((way) => ({
    ...way,
    seconds: Math.round(way.seconds),
  }));

describe('a plan', () => {
  it('sends a million in seventeen minutes at the limit, whichever store', () => {
    const [embedded, shared] = at(1_000_000);
    expect([embedded?.requests, embedded?.seconds]).toEqual([10_000, 1010]);
    expect([shared?.requests, shared?.seconds, shared?.machines]).toEqual([10_000, 1010, 2]);
  });

  it('says where a way stops: the day is too short, a processor too slow, the lock too narrow', () => {
    const [day] = at(100_000_000);
    expect(day?.limits[0]).toBe(
      'Longer than the sending hours of a day: ask the provider for 3 times the rate, or several days.',
    );
    const [slow, narrow] = at(10_000_000, { rate: 1000 });
    expect(slow?.limits.join()).toContain('One processor is slower than the provider');
    expect(narrow?.limits.join()).toContain('Claims under one lock are slower');
    expect(narrow?.machines).toBeGreaterThan(2);
  });

  it('takes more requests where messages are large', () => {
    expect(at(1000, { kilobytes: 100 })[0]?.requests).toBe(Math.ceil(1000 / 48));
  });

  it('says times as people do', () => {
    expect([0.2, 90, 1010, 101_010, 10_000_000].map(inWords)).toEqual([
      'less than a second',
      '90 s',
      '17 min',
      '28.1 h',
      '115.7 days',
    ]);
  });
});
