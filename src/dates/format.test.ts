import { describe, expect, it } from 'vitest';
import {
  formatDayMonthOrTime,
  formatDayOrTime,
  formatLongDate,
  formatPeriod,
  formatTimes,
} from './format.ts';

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

it('writes a time before its day, and a period from time to time', () => {
  expect(formatDayOrTime('2026-05-15')).toBe('Friday 15 May 2026');
  expect(formatDayOrTime('2026-05-15T17:00')).toBe('5pm, Friday 15 May 2026');
  expect(formatDayMonthOrTime('2026-05-15T12:00')).toBe('midday, 15 May');
  expect(formatPeriod('2026-06-12T18:00', '2026-06-12T19:30')).toBe(
    '6pm to 7:30pm, Friday 12 June 2026',
  );
  expect(formatPeriod('2026-06-12T18:00', '2026-06-15T07:00')).toBe(
    '6pm, Friday 12 June 2026 to 7am, Monday 15 June 2026',
  );
});
