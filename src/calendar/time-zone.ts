import { timeZone } from '../dates/new-zealand.ts';

/**
 * New Zealand time for programs that have no time zone database of their own (RFC 5545, 3.6.5), after
 * the New Zealand Daylight Time Order 2007: forward at 2am on the last Sunday of September, back at
 * 3am daylight time on the first Sunday of April. Daylight saving ran by other rules before then.
 */
export const timeZoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${timeZone}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:NZDT',
  'TZOFFSETFROM:+1200',
  'TZOFFSETTO:+1300',
  'DTSTART:20070930T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:NZST',
  'TZOFFSETFROM:+1300',
  'TZOFFSETTO:+1200',
  'DTSTART:20080406T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;
