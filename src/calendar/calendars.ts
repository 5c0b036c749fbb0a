import type { Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { inSentence } from '../publication/in-sentence.ts';
import { type Audience, audienceById, audienceIds, publication } from '../publication/site.ts';
import { announcements } from './announcements.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { calendarFile } from './calendar-file.ts';
import { dateEntries, dueEntries, sessionEntries, type EntrySource } from './entries.ts';
import { nameEntries } from './name-entries.ts';

/** The name of an audience's calendar, as people see it in their program. */
export const calendarName = (audience: Audience): string =>
  `${publication().name}: ${inSentence(audienceById(audience).name)}`;

/**
 * Every calendar file of the site by its address: one an audience, to subscribe to, and one an event
 * and a session, to take once.
 * @param origin the site's origin: every link in a calendar is absolute
 */
export function calendars(content: Content, origin: string): Map<string, string> {
  const names = nameEntries(content);
  const source = (audience?: Audience): EntrySource => ({ content, audience, origin, names });
  const files = new Map<string, string>();
  for (const audience of audienceIds()) {
    const path = paths.calendar(audience);
    const subscription = {
      name: calendarName(audience),
      description: `Sessions to come to and days by which to act, for ${inSentence(audienceById(audience).longName)}.`,
      source: `${origin}${path}`,
    };
    files.set(path, calendarFile(audienceEntries(source(audience)), subscription));
  }
  for (const announcement of announcements(content)) {
    for (const event of announcement.events) {
      const entries = sessionEntries(event, announcement, source());
      if (entries.length === 0) continue;
      files.set(paths.eventCalendar(announcement.page, event.props.id), calendarFile(entries));
      for (const entry of entries) {
        const path = paths.sessionCalendar(announcement.page, event.props.id, entry.session);
        files.set(path, calendarFile([entry]));
      }
    }
  }
  return files;
}

/** What a later document says of an entry stands in the place of what an earlier one said. */
function audienceEntries(source: EntrySource): CalendarEntry[] {
  const entries = announcements(source.content, source.audience).flatMap((announcement) => [
    ...announcement.events.flatMap((event) => sessionEntries(event, announcement, source)),
    ...dateEntries(announcement, source),
    ...dueEntries(announcement, source),
  ]);
  return [...new Map(entries.map((entry) => [entry.uid, entry])).values()];
}
