import { describe, expect, it } from 'vitest';
import { dayAt, instantInNewZealand, localTimeAt } from './new-zealand.ts';

const utc = (localTime: string) => instantInNewZealand(localTime)?.toISOString();

describe('New Zealand time', () => {
  it('is 12 hours ahead in winter and 13 in summer', () => {
    expect(utc('2026-07-01T09:00')).toBe('2026-06-30T21:00:00.000Z');
    expect(utc('2026-01-01T09:00')).toBe('2025-12-31T20:00:00.000Z');
  });

  it('changes back at 3am on 5 April 2026: of the repeated hour the first is meant', () => {
    expect(utc('2026-04-05T01:59')).toBe('2026-04-04T12:59:00.000Z');
    expect(utc('2026-04-05T02:30')).toBe('2026-04-04T13:30:00.000Z');
    expect(utc('2026-04-05T03:00')).toBe('2026-04-04T15:00:00.000Z');
  });

  it('changes forward at 2am on 27 September 2026: the skipped hour does not exist', () => {
    expect(utc('2026-09-27T01:59')).toBe('2026-09-26T13:59:00.000Z');
    expect(utc('2026-09-27T02:00')).toBeUndefined();
    expect(utc('2026-09-27T02:59')).toBeUndefined();
    expect(utc('2026-09-27T03:00')).toBe('2026-09-26T14:00:00.000Z');
  });

  it('is read off a moment, in both of the repeated hours', () => {
    expect(localTimeAt(new Date('2026-04-04T13:30:00Z'))).toBe('2026-04-05T02:30');
    expect(localTimeAt(new Date('2026-04-04T14:30:00Z'))).toBe('2026-04-05T02:30');
    expect(localTimeAt(new Date('2026-09-26T14:00:00Z'))).toBe('2026-09-27T03:00');
  });

  it('writes midnight as 00:00 of the new day', () => {
    expect(localTimeAt(new Date('2026-05-07T12:00:00Z'))).toBe('2026-05-08T00:00');
    expect(dayAt(new Date('2026-05-07T11:59:59Z'))).toBe('2026-05-07');
    expect(dayAt(new Date('2026-05-07T12:00:00Z'))).toBe('2026-05-08');
  });

  it('gives back every hour of 2026 that it has', () => {
    const start = Date.parse('2025-12-31T11:00:00Z');
    const missed: string[] = [];
    for (let hour = 0; hour < 365 * 24; hour++) {
      const local = localTimeAt(new Date(start + hour * 3_600_000));
      const again = instantInNewZealand(local);
      if (!again || localTimeAt(again) !== local) missed.push(local);
    }
    expect(missed).toEqual([]);
  });
});
