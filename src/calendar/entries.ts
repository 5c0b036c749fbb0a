import { textOf, underDay } from '../../emails/text/flow.ts';
import { paragraphs } from '../../emails/text/layout.ts';
import { attendance, modes, movedWords, registerLabel } from '../blocks/attendance.ts';
import { endOf } from '../blocks/session-times.ts';
import type { Context } from '../rendering/context.ts';
import { sessionMovesOf } from '../blocks/session-moves.ts';
import { type BlockOf, type Flow, isBlock } from '../document/tree.ts';
import { sessionAnchor } from '../content/views/anchors.ts';
import type { Content } from '../content/content.ts';
import { formatDayOrTime, formatTime, isWholeDay } from '../dates/format.ts';
import type { Audience } from '../publication/site.ts';
import type { Announcement } from './announcements.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { type Names, namedRows } from './name-entries.ts';

/** What entries are made from, besides the words. */
export interface EntrySource {
  content: Content;
  audience: Audience | undefined;
  /** Every link in a calendar is absolute. */
  origin: string;
  names: Names;
}

/** A session's entry and its id within the event. */
export interface SessionEntry extends CalendarEntry {
  session: string;
}

/** The sessions of an event, as everybody who may see the event is told of them. */
export function sessionEntries(
  event: BlockOf<'Event'>,
  announcement: Announcement,
  source: EntrySource,
): SessionEntry[] {
  const { content, audience, origin, names } = source;
  const pageUrl = `${origin}${announcement.shownOn}`;
  const context: Context = { content, audience, level: 2, asAt: announcement.day, pageUrl };
  const sessions = event.children.filter((child) => isBlock(child, 'Session'));
  const words = forEveryone(event.children.filter((child) => !isBlock(child, 'Session')));
  return sessions.map(({ props: session }) => {
    const { start, register, moved } = session;
    const end = endOf(session);
    const place = session.place ?? event.props.place;
    const moves = sessionMovesOf(moved);
    const url = `${pageUrl}#${sessionAnchor(event.props.id, session.id)}`;
    return {
      session: session.id,
      uid: names.session(announcement.page, event.props.id, session.id),
      sequence: moves.length,
      revised: [announcement.day, ...moves].toSorted().at(-1) ?? announcement.day,
      title: event.props.title,
      description: paragraphs(
        movedWords(moved),
        textOf(words, context),
        session.place,
        attendance(event.props, sessions),
        register
          ? `${registerLabel(start)}:\n${new URL(register, pageUrl).href}`
          : 'No need to register',
        `More about it:\n${url}`,
      ),
      url,
      ...(event.props.mode !== 'in-person' && { location: modes[event.props.mode] }),
      ...(place !== undefined && { location: place }),
      when: isWholeDay(start)
        ? { day: start, ...(end !== start && { until: end }), busy: true }
        : { start, end },
    };
  });
}

/** Key dates, as entries of whole days, or from a time to a time. */
export function dateEntries(announcement: Announcement, source: EntrySource): CalendarEntry[] {
  const { page, shownOn, day, dates } = announcement;
  const { content, audience, origin, names } = source;
  const pageUrl = `${origin}${shownOn}`;
  const context: Context = { content, audience, level: 2, asAt: day, pageUrl };
  return dates.flatMap((block) =>
    namedRows(block).map(({ row: { from, to, words }, name }) => {
      const url = `${pageUrl}#${block.props.id}`;
      const said = underDay(words, context);
      return {
        uid: names.date(page, block.props.id, name),
        sequence: 0,
        revised: day,
        title: said.split('\n', 1)[0] ?? block.props.title,
        description: paragraphs(block.props.title, said, `More about it:\n${url}`),
        url,
        when: isWholeDay(from)
          ? { day: from, ...(to !== from && { until: to }) }
          : { start: from, end: to, busy: false },
      };
    }),
  );
}

/**
 * The days by which something must be done, as entries of a whole day: with a time, too, for who looks in
 * the morning still has time. The title says it.
 */
export function dueEntries(announcement: Announcement, source: EntrySource): CalendarEntry[] {
  const { page, shownOn, day, tasks } = announcement;
  return tasks.map(({ id, title, task, due, who }) => {
    const url = `${source.origin}${shownOn}#${id}`;
    return {
      uid: source.names.task(page, id),
      sequence: 0,
      revised: day,
      title: `Due${isWholeDay(due) ? '' : ` ${formatTime(due)}`}: ${task ?? title}`,
      description: paragraphs(
        `${title}. Action required by ${formatDayOrTime(due)}.`,
        who && `Who: ${who}`,
        `What to do:\n${url}`,
      ),
      url,
      when: { day: due.slice(0, 10) },
    };
  });
}

/** One file serves every audience that may see an event, so it leaves out what only some are told. */
function forEveryone(nodes: readonly Flow[]): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    if (node.type !== 'block') return [node];
    return node.name === 'For' ? [] : [{ ...node, children: forEveryone(node.children) }];
  });
}
