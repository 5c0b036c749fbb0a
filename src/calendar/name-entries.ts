import { type DateRow, dateRows } from '../content/views/date-rows.ts';
import { plainWords } from '../document/parse-inline.ts';
import { slug } from '../document/slug.ts';
import { type BlockOf, isBlock } from '../document/tree.ts';
import type { Content } from '../content/content.ts';
import { publication } from '../publication/site.ts';
import { announcements } from './announcements.ts';

/** The UID of every entry (RFC 5545, 3.8.4.7). */
export interface Names {
  session(page: string, event: string, session: string): string;
  task(page: string, item: string): string;
  /** @param row its name, of `namedRows` */
  date(page: string, dates: string, row: string): string;
}

/**
 * Names each entry after the document that announced it first. A later document that announces the
 * same session (its ids and time, or its ids and that it moved) or the same task and day reminds of
 * the same entry.
 */
export function nameEntries(content: Content): Names {
  const owners = new Map<string, string>();
  const latest = new Map<string, { owner: string; time: string }>();
  const claim = (kind: string, page: string, time: string, isMoved: boolean) => {
    const before = latest.get(kind);
    const owner = before && (before.time === time || isMoved) ? before.owner : page;
    latest.set(kind, { owner, time });
    owners.set(`${page} ${kind}`, owner);
  };
  for (const { page, events, dates, tasks } of announcements(content)) {
    for (const { props, children } of events) {
      for (const child of children) {
        if (!isBlock(child, 'Session')) continue;
        const { id, start, moved } = child.props;
        claim(sessionKind(props.id, id), page, start, moved !== undefined);
      }
    }
    for (const block of dates) {
      for (const { row, name } of namedRows(block)) {
        claim(dateKind(block.props.id, name), page, `${row.from} ${row.to}`, false);
      }
    }
    for (const { id, due } of tasks) claim(taskKind(id), page, due, false);
  }
  const name = (page: string, kind: string, ids: readonly string[]) => {
    const owner = owners.get(`${page} ${kind}`) ?? page;
    return `${[...owner.split('/').filter(Boolean), ...ids].join('.')}@${publication().namingDomain}`;
  };
  return {
    session: (page, event, session) => name(page, sessionKind(event, session), [event, session]),
    date: (page, dates, row) => name(page, dateKind(dates, row), [dates, row]),
    task: (page, item) => name(page, taskKind(item), [item, 'due']),
  };
}

const sessionKind = (event: string, session: string) => `session ${event} ${session}`;
const dateKind = (dates: string, row: string) => `date ${dates} ${row}`;
const taskKind = (item: string) => `task ${item}`;

/** Key dates, each with a name that it keeps when it moves: its words, counted where they stand twice. */
export function namedRows(block: BlockOf<'Dates'>): { row: DateRow; name: string }[] {
  const counts = new Map<string, number>();
  return dateRows(block).map((row) => {
    const [first] = row.words;
    const words = first?.type === 'paragraph' ? plainWords(first.children) : '';
    const name = slug(words).slice(0, 60) || 'date';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { row, name: count === 1 ? name : `${name}-${count}` };
  });
}
