import { endOf } from '../blocks/session-times.ts';
import { textOf } from '../../emails/text/flow.ts';
import type { Content } from '../content/content.ts';
import { sessionAnchor } from '../content/views/anchors.ts';
import { paths } from '../content/paths.ts';
import { isBlock } from '../document/tree.ts';
import type { Audience } from '../publication/site.ts';
import { announcements, type Announcement } from './announcements.ts';
import { namedRows, type Names, nameEntries } from './name-entries.ts';

interface Told {
  /** As calendars know it: what a later document says of it stands in the place of what an earlier one said. */
  uid: string;
  title: string;
  /** Where it is announced. */
  href: string;
  /** Its first and its last day, YYYY-MM-DD. */
  from: string;
  to: string;
}

/** Something to come to. */
export interface SessionHappening extends Told {
  kind: 'session';
  /** New Zealand wall-clock times, YYYY-MM-DDTHH:MM. */
  start: string;
  end: string | undefined;
  /** Whom it is meant for, in words. */
  whom: string;
  register: string | undefined;
  moved: string | undefined;
  /** Its calendar file. */
  calendar: string;
}

/** Something to do by a day, or a day or period to know of. */
export interface DayHappening extends Told {
  kind: 'due' | 'date';
  who: string | undefined;
}

/** What documents tell people to come to, to do and to know of. */
export type Happening = SessionHappening | DayHappening;

/** Everything that is announced to one audience, or to everybody where none is named, by when it begins. */
export function happenings(content: Content, audience?: Audience): Happening[] {
  const names = nameEntries(content);
  const told = announcements(content, audience).flatMap((announcement) => [
    ...sessionsIn(announcement, names),
    ...datesIn(announcement, names, content, audience),
    ...tasksIn(announcement, names),
  ]);
  const when = (one: Happening) => (one.kind === 'session' ? one.start : one.from);
  return [...new Map(told.map((one) => [one.uid, one])).values()].toSorted(
    (a, b) => when(a).localeCompare(when(b)) || a.title.localeCompare(b.title, 'en-NZ'),
  );
}

function sessionsIn({ page, shownOn, events }: Announcement, names: Names): SessionHappening[] {
  return events.flatMap(({ props: event, children }) =>
    children.flatMap((child) => {
      if (!isBlock(child, 'Session')) return [];
      const { id, start, end, register, moved } = child.props;
      return [
        {
          kind: 'session' as const,
          uid: names.session(page, event.id, id),
          title: event.title,
          whom: event.audience,
          href: `${shownOn}#${sessionAnchor(event.id, id)}`,
          from: start.slice(0, 10),
          to: endOf(child.props).slice(0, 10),
          start,
          end,
          register,
          moved,
          calendar: paths.sessionCalendar(page, event.id, id),
        },
      ];
    }),
  );
}

function datesIn(
  { page, shownOn, day, dates }: Announcement,
  names: Names,
  content: Content,
  audience: Audience | undefined,
): DayHappening[] {
  const context = { content, audience, level: 2, asAt: day, pageUrl: shownOn };
  return dates.flatMap((block) =>
    namedRows(block).map(({ row: { from, to, words }, name }) => ({
      kind: 'date' as const,
      uid: names.date(page, block.props.id, name),
      title: textOf(words, context).split('\n', 1)[0] ?? block.props.title,
      href: `${shownOn}#${block.props.id}`,
      from: from.slice(0, 10),
      to: to.slice(0, 10),
      who: undefined,
    })),
  );
}

const tasksIn = ({ page, shownOn, tasks }: Announcement, names: Names): DayHappening[] =>
  tasks.map(({ id, title, task, due, who }) => ({
    kind: 'due' as const,
    uid: names.task(page, id),
    title: task ?? title,
    href: `${shownOn}#${id}`,
    from: due.slice(0, 10),
    to: due.slice(0, 10),
    who,
  }));
