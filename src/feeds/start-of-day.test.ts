import { expect, it } from 'vitest';
import { startOfDay } from './start-of-day.ts';

it.each([
  ['2026-05-08', '2026-05-08T00:00:00+12:00'],
  ['2026-01-08', '2026-01-08T00:00:00+13:00'],
  ['2026-04-05', '2026-04-05T00:00:00+13:00'],
  ['2026-04-06', '2026-04-06T00:00:00+12:00'],
  ['2026-09-27', '2026-09-27T00:00:00+12:00'],
  ['2026-09-28', '2026-09-28T00:00:00+13:00'],
])('%s begins in New Zealand at %s', (day, moment) => {
  expect(startOfDay(day)).toBe(moment);
});
