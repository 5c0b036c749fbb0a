import { describe, expect, it } from 'vitest';
import { describeSendingHours, withinSendingHours } from './sending-hours.ts';

const hours = '08:00-18:00';

describe('sending hours', () => {
  it.each([
    ['2026-05-08T08:00:00+12:00', true],
    ['2026-05-08T07:59:59+12:00', false],
    ['2026-05-08T17:59:59+12:00', true],
    ['2026-05-08T18:00:00+12:00', false],
    ['2026-05-09T10:00:00+12:00', false],
    ['2026-05-10T10:00:00+12:00', false],
    // Waitangi Day and Anzac Day of 2027 are observed on the Mondays after them.
    ['2027-02-08T10:00:00+13:00', false],
    ['2027-04-26T10:00:00+12:00', false],
    // Matariki, and the anniversary day of Auckland alone.
    ['2026-07-10T10:00:00+12:00', false],
    ['2026-01-26T10:00:00+13:00', true],
    // Daylight saving begins on 27 September 2026.
    ['2026-09-28T08:00:00+13:00', true],
    ['2026-09-28T08:00:00+12:00', true],
    ['2026-09-28T07:30:00+13:00', false],
  ])('at %s: %s', (moment, within) => {
    expect(withinSendingHours(new Date(moment), hours)).toBe(within);
  });

  it('reads as people say it', () => {
    expect(describeSendingHours(hours)).toBe('8am to 6pm on a working day');
  });
});
