import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { instantInNewZealand } from '../dates/new-zealand.ts';
import { calendarFile } from './calendar-file.ts';

/* The last hours before and the first after both changes, and ordinary days between them. */
const times = [
  '2026-04-05T00:30',
  '2026-04-05T01:59',
  '2026-04-05T02:00',
  '2026-04-05T02:59',
  '2026-04-05T03:00',
  '2026-05-19T11:00',
  '2026-07-01T23:59',
  '2026-09-27T00:00',
  '2026-09-27T01:59',
  '2026-09-27T03:00',
  '2026-09-27T03:30',
  '2026-12-25T12:00',
  '2027-04-03T09:00',
  '2027-04-04T03:00',
  '2027-09-26T03:00',
  '2035-01-01T00:00',
];

/** The moment at which an entry starts, by the rules within the file alone. */
function startOf(file: string): Date {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  const event = calendar.getFirstSubcomponent('vevent');
  if (!zone || !event) throw new Error('The file lacks its zone or its entry.');
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time)) throw new Error('The entry does not start.');
  if (start.zone !== ICAL.Timezone.utcTimezone)
    start.zone = new ICAL.Timezone({ component: zone, tzid: 'Pacific/Auckland' });
  return new Date(start.toUnixTime() * 1000);
}

describe('New Zealand time in a calendar file', () => {
  it.each(times)('is the same moment as our own reckoning at %s', (start) => {
    const file = calendarFile([
      {
        uid: 'a@b.example',
        sequence: 0,
        revised: '2026-01-01',
        title: 'Hui',
        description: 'Kōrero',
        url: 'https://news.ministry.example/',
        when: { start, end: start },
      },
    ]);
    expect(startOf(file).toISOString()).toBe(instantInNewZealand(start)?.toISOString());
  });
});
