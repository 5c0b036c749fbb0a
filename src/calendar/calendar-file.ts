import { instantInNewZealand, localTimeAt, timeZone } from '../dates/new-zealand.ts';
import { addDays } from '../dates/plain-date.ts';
import { site } from '../publication/site.ts';
import { beginning, type CalendarEntry } from './calendar-entry.ts';
import { asText, contentLine } from './content-line.ts';
import { timeZoneLines } from './time-zone.ts';

/** What a calendar that people subscribe to says of itself (RFC 7986). */
export interface Subscription {
  name: string;
  description: string;
  /** Its own address, absolute. */
  source: string;
}

/**
 * Entries as an iCalendar file (RFC 5545), in the order in which they happen. Nothing in it comes
 * from the clock, so the same entries give the same bytes.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  subscription?: Subscription,
): string {
  const sorted = entries.toSorted(
    (a, b) => beginning(a).localeCompare(beginning(b)) || a.uid.localeCompare(b.uid),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${asText(site.organisation.en)}//${asText(site.name)}//EN`,
    'CALSCALE:GREGORIAN',
    ...(subscription ? subscriptionLines(subscription) : []),
    ...(sorted.some(({ when }) => 'start' in when) ? timeZoneLines : []),
    ...sorted.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return lines.map(contentLine).join('');
}

function subscriptionLines({ name, description, source }: Subscription): string[] {
  return [
    `NAME:${asText(name)}`,
    `DESCRIPTION:${asText(description)}`,
    `SOURCE;VALUE=URI:${source}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    // What Outlook, Google and Apple read in their place.
    `X-WR-CALNAME:${asText(name)}`,
    `X-WR-CALDESC:${asText(description)}`,
    'X-PUBLISHED-TTL:PT6H',
  ];
}

function entryLines(entry: CalendarEntry): string[] {
  const { uid, sequence, revised, title, description, url, location } = entry;
  const stamp = inUtc(instant(`${revised}T00:00`));
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    ...whenLines(entry),
    `SUMMARY:${asText(title)}`,
    `DESCRIPTION:${asText(description)}`,
    ...(location === undefined ? [] : [`LOCATION:${asText(location)}`]),
    `URL:${url}`,
    'END:VEVENT',
  ];
}

function whenLines({ when }: CalendarEntry): string[] {
  if ('start' in when) return [timeLine('DTSTART', when.start), timeLine('DTEND', when.end)];
  return [
    `DTSTART;VALUE=DATE:${basic(when.day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(when.day, 1))}`,
    // A day by which to do something is not a day on which one is busy.
    'TRANSP:TRANSPARENT',
  ];
}

/** In New Zealand time, but in UTC in the hour that comes twice: programs disagree which one is meant. */
function timeLine(property: string, localTime: string): string {
  const moment = instant(localTime);
  const hourLater = new Date(moment.getTime() + 60 * 60 * 1000);
  return localTimeAt(hourLater) === localTime
    ? `${property}:${inUtc(moment)}`
    : `${property};TZID=${timeZone}:${basic(localTime)}00`;
}

/** ISO 8601 without hyphens and colons, as iCalendar writes it. */
const basic = (text: string) => text.replaceAll(/[-:]/g, '');

const inUtc = (moment: Date) => basic(moment.toISOString().replace('.000', ''));

function instant(localTime: string): Date {
  const moment = instantInNewZealand(localTime);
  if (!moment) throw new Error(`${localTime} is not a time in New Zealand.`);
  return moment;
}
