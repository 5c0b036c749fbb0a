import { describe, expect, it } from 'vitest';
import { onceAMinute } from './once-a-minute.ts';
import { rateLimit } from './rate-limit.ts';

describe('a rate', () => {
  it('lets so many at once and so many a second, each visitor for themselves', () => {
    let now = 0;
    const take = rateLimit({ perSecond: 2, atOnce: 3 }, () => now);
    expect([take('a'), take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 0, 1, 0]);
    now = 1000;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
    now = 60_000;
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 1]);
  });

  it('says how long to wait, and does not punish who goes on asking', () => {
    let now = 0;
    const take = rateLimit({ perSecond: 0.1, atOnce: 1 }, () => now);
    take('a');
    for (let at = 0; at < 100; at += 1) expect(take('a')).toBe(10);
    now = 20_000;
    expect(take('a')).toBe(0);
  });
});

describe('a fault', () => {
  it('is said once a minute, with how often it came back', () => {
    let now = 0;
    const said: string[] = [];
    const say = onceAMinute(
      (words) => void said.push(words),
      () => now,
    );
    for (let at = 0; at < 5; at += 1) say('disk');
    say('store');
    now = 61_000;
    say('disk');
    say('store');
    expect(said).toEqual(['disk', 'store', 'disk (4 more times since it was last said)', 'store']);
  });
});
