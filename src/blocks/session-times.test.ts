import { expect, it } from 'vitest';
import { overAt, sessionWhen } from './session-times.ts';

it.each([
  [
    '2026-05-19T11:00',
    '2026-05-19T11:45',
    '11am to 11:45am | Tuesday 19 May 2026 | 11am to 11:45am',
  ],
  [
    '2026-05-14T19:00',
    '2026-05-15T00:00',
    '7pm to midnight | Thursday 14 May 2026 | 7pm to midnight',
  ],
  ['2026-06-02', undefined, 'All day | Tuesday 2 June 2026 | All day'],
  ['2026-06-02', '2026-06-02', 'All day | Tuesday 2 June 2026 | All day'],
  [
    '2026-12-30',
    '2027-01-02',
    'All day | Wednesday 30 December 2026 to Saturday 2 January 2027 | All day, to Saturday 2 January 2027',
  ],
  [
    '2026-06-12T18:00',
    '2026-06-15T07:00',
    'From 6pm, Friday 12 June 2026 | to 7am, Monday 15 June 2026 | From 6pm to 7am, Monday 15 June 2026',
  ],
])('says of a session when it is: %s to %s', (start, end, said) => {
  const { times, days, line } = sessionWhen({ start, end });
  expect([times, days, line].join(' | ')).toBe(said);
});

it('holds a whole day until its midnight', () => {
  expect(overAt({ start: '2026-06-02' }) > '2026-06-02T23:59').toBe(true);
  expect(overAt({ start: '2026-06-02' }) < '2026-06-03T00:00').toBe(true);
});
