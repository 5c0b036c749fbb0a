import { describe, expect, it } from 'vitest';
import { formatLongDate, formatPeriod, formatTimes } from './format.ts';

describe('dates and times in words', () => {
  it('works the weekday out', () => {
    expect(formatLongDate('2026-05-15')).toBe('Friday 15 May 2026');
  });

  it('writes both ends of a period in full, the year once where they share it', () => {
    expect(formatPeriod('2026-01-01', '2026-04-02')).toBe('1 January to 2 April 2026');
    expect(formatPeriod('2025-12-20', '2026-01-05')).toBe('20 December 2025 to 5 January 2026');
  });

  it('writes times as New Zealand reads them', () => {
    expect(formatTimes('2026-05-19T11:00', '2026-05-19T11:45')).toBe('11am to 11:45am');
    expect(formatTimes('2026-05-21T12:00', '2026-05-21T12:45')).toBe('midday to 12:45pm');
    expect(formatTimes('2026-05-14T19:00', '2026-05-15T00:00')).toBe('7pm to midnight');
    expect(formatTimes('2026-05-14T00:30', '2026-05-14T01:05')).toBe('12:30am to 1:05am');
  });
});
