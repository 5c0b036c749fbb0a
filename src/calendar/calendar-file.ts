import ICAL from 'ical.js';
import { instantInNewZealand, localTimeAt, timeZone } from '../dates/new-zealand.ts';
import { addDays } from '../dates/plain-date.ts';
import { publication } from '../publication/site.ts';
import { beginning, type CalendarEntry } from './calendar-entry.ts';
import type { CalendarComponent, CalendarProperty } from './calendar-component.ts';
import { timeZoneComponent } from './time-zone.ts';

/** What a calendar that people subscribe to says of itself (RFC 7986). */
export interface CalendarSubscription {
  name: string;
  description: string;
  /** Its own address, absolute. */
  source: string;
}

// ical.js does not count the space before a folded line, and lines should have no more than 75 octets (RFC 5545, 3.1).
ICAL.foldLength = 74;

const { icalendar } = ICAL.design;
/* What RFC 7986 has and ical.js does not know, and what Outlook, Google and Apple read in its place. */
const designSet = {
  ...icalendar,
  property: {
    ...icalendar.property,
    name: { defaultType: 'text' },
    'x-wr-calname': { defaultType: 'text' },
    'x-wr-caldesc': { defaultType: 'text' },
    'x-published-ttl': { defaultType: 'duration' },
  },
};

/**
 * Entries as an iCalendar file (RFC 5545), in the order in which they happen. Nothing in it comes
 * from the clock, so the same entries give the same bytes.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  subscription?: CalendarSubscription,
): string {
  const sorted = entries.toSorted(
    (a, b) => beginning(a).localeCompare(beginning(b)) || a.uid.localeCompare(b.uid),
  );
  const { name, organisation } = publication();
  const calendar: CalendarComponent = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', `-//${organisation.en}//${name}//EN`),
      text('calscale', 'GREGORIAN'),
      ...(subscription ? describeSubscription(subscription) : []),
    ],
    [
      ...(sorted.some(({ when }) => 'start' in when) ? [timeZoneComponent] : []),
      ...sorted.map(eventOf),
    ],
  ];
  return `${ICAL.stringify.component(calendar, designSet)}\r\n`;
}

function describeSubscription({
  name,
  description,
  source,
}: CalendarSubscription): CalendarProperty[] {
  return [
    text('name', name),
    text('description', description),
    ['source', {}, 'uri', source],
    ['refresh-interval', {}, 'duration', 'PT6H'],
    text('x-wr-calname', name),
    text('x-wr-caldesc', description),
    ['x-published-ttl', {}, 'duration', 'PT6H'],
  ];
}

function eventOf(entry: CalendarEntry): CalendarComponent {
  const { uid, sequence, revised, title, description, url, location } = entry;
  const stamp = inUtc(instant(`${revised}T00:00`));
  return [
    'vevent',
    [
      text('uid', uid),
      ['dtstamp', {}, 'date-time', stamp],
      ['last-modified', {}, 'date-time', stamp],
      ['sequence', {}, 'integer', sequence],
      ...timesOf(entry),
      text('summary', title),
      text('description', description),
      ...(location === undefined ? [] : [text('location', location)]),
      ['url', {}, 'uri', url],
    ],
    [],
  ];
}

function timesOf({ when }: CalendarEntry): CalendarProperty[] {
  if ('start' in when) {
    return [
      timeOf('dtstart', when.start),
      timeOf('dtend', when.end),
      ...(when.busy === false ? [text('transp', 'TRANSPARENT')] : []),
    ];
  }
  return [
    ['dtstart', {}, 'date', when.day],
    ['dtend', {}, 'date', addDays(when.until ?? when.day, 1)],
    // RFC 5545, 3.8.2.7.
    text('transp', when.busy ? 'OPAQUE' : 'TRANSPARENT'),
  ];
}

/** In New Zealand time, but in UTC in the hour that comes twice: programs disagree which one is meant. */
function timeOf(name: string, localTime: string): CalendarProperty {
  const moment = instant(localTime);
  const hourLater = new Date(moment.getTime() + 60 * 60 * 1000);
  return localTimeAt(hourLater) === localTime
    ? [name, {}, 'date-time', inUtc(moment)]
    : [name, { tzid: timeZone }, 'date-time', `${localTime}:00`];
}

/* A carriage return would end a line within a value. */
const text = (name: string, words: string): CalendarProperty => [
  name,
  {},
  'text',
  words.replaceAll(/\r\n?/g, '\n'),
];

const inUtc = (moment: Date) => moment.toISOString().replace('.000', '');

function instant(localTime: string): Date {
  const moment = instantInNewZealand(localTime);
  if (!moment) throw new Error(`${localTime} is not a time in New Zealand.`);
  return moment;
}
