import { timeZone } from '../dates/new-zealand.ts';
import type { CalendarComponent } from './calendar-component.ts';

/**
 * New Zealand time for programs that have no time zone database of their own (RFC 5545, 3.6.5), after
 * the New Zealand Daylight Time Order 2007: forward at 2am on the last Sunday of September, back at
 * 3am daylight time on the first Sunday of April. Daylight saving ran by other rules before then.
 */
export const timeZoneComponent: CalendarComponent = [
  'vtimezone',
  [['tzid', {}, 'text', timeZone]],
  [
    [
      'daylight',
      [
        ['tzname', {}, 'text', 'NZDT'],
        ['tzoffsetfrom', {}, 'utc-offset', '+12:00'],
        ['tzoffsetto', {}, 'utc-offset', '+13:00'],
        ['dtstart', {}, 'date-time', '2007-09-30T02:00:00'],
        ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: 9, byday: '-1SU' }],
      ],
      [],
    ],
    [
      'standard',
      [
        ['tzname', {}, 'text', 'NZST'],
        ['tzoffsetfrom', {}, 'utc-offset', '+13:00'],
        ['tzoffsetto', {}, 'utc-offset', '+12:00'],
        ['dtstart', {}, 'date-time', '2008-04-06T03:00:00'],
        ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: 4, byday: '1SU' }],
      ],
      [],
    ],
  ],
];
