import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sessionMovesOf } from '../blocks/session-moves.ts';
import { endOf, type SessionTimes, sessionWhen } from '../blocks/session-times.ts';
import { parseBody } from '../document/parse-body.ts';
import { type BlockOf, eachBlock, isBlock } from '../document/tree.ts';
import { announcements, type Announcement } from '../calendar/announcements.ts';
import { nameEntries } from '../calendar/name-entries.ts';
import { type ToldSession, toldSessions } from '../calendar/told-sessions.ts';
import type { Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { dayAt } from '../dates/new-zealand.ts';
import type { Problem } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';

/** Where people were told a time: a bulletin that was sent, or the site as it was built last. */
interface Told extends ToldSession {
  by: 'the bulletin that was sent' | 'the last build';
}

/**
 * Every session that has another time, or fewer moves, than people's calendars were told before, and does not
 * say so. A calendar takes a new
 * time only with a higher SEQUENCE (RFC 5545, 3.8.7.4), which counts the moves that an author
 * declares: the content alone gives the same calendars on every machine, so it has to say them all.
 */
export async function movesUnsaid(
  { out, data, now }: Pick<Settings, 'out' | 'data' | 'now'>,
  content: Content,
): Promise<Problem[]> {
  const names = nameEntries(content);
  const told = [...(await toldInBulletins(data, names)), ...(await toldByBuild(out))];
  const today = dayAt(now);
  const problems: Problem[] = [];
  for (const announcement of announcements(content)) {
    for (const event of announcement.events) {
      for (const session of event.children) {
        if (!isBlock(session, 'Session')) continue;
        const uid = names.session(announcement.page, event.props.id, session.props.id);
        const before = told.find(
          (one) =>
            one.uid === uid && isPublic(one, announcement, today) && contradicts(one, session),
        );
        if (before) problems.push(describe(before, session, announcement, today, out));
      }
    }
  }
  return problems;
}

/* An edition that is yet to come out may still change as it likes. */
const isPublic = ({ by }: Told, { day }: Announcement, today: string) =>
  by === 'the bulletin that was sent' || day <= today;

function contradicts({ start, end, sequence }: Told, { props }: BlockOf<'Session'>): boolean {
  const moves = sessionMovesOf(props.moved).length;
  const sameTime = start === props.start && end === endOf(props);
  return sameTime ? moves < sequence : moves <= sequence;
}

function describe(
  before: Told,
  { props, at }: BlockOf<'Session'>,
  { file, lineAt }: Announcement,
  today: string,
  out: string,
): Problem {
  const said = [...sessionMovesOf(props.moved), today].join(', ');
  return {
    file,
    line: lineAt(at),
    expected: `<Session> with "moved", the ${before.sequence === 0 ? 'day' : 'days'} on which it was moved`,
    found: `${inWords(props)}${props.moved ? ` moved on ${props.moved}` : ''}, where ${before.by} has ${inWords(before)}${before.sequence > 0 ? ` after ${before.sequence === 1 ? 'a move' : `${before.sequence} moves`}` : ''}`,
    remedy: `Add moved="${said}", so that readers see it and their calendars take the new time.${
      before.by === 'the last build'
        ? ` If nobody has seen the earlier time, remove the folder ${out} and build again.`
        : ''
    }`,
  };
}

function inWords(session: SessionTimes): string {
  const { times, days } = sessionWhen(session);
  return `${times}, ${days}`;
}

/** What the site said as it was built last: nothing, where this is the first build. */
async function toldByBuild(out: string): Promise<Told[]> {
  const files = await Array.fromAsync(glob('calendar/**/*.ics', { cwd: out }));
  const read = files.toSorted().map(async (file) => {
    const sessions = toldSessions(await readFile(join(out, file), 'utf8'));
    return sessions.map((session): Told => ({ ...session, by: 'the last build' }));
  });
  return (await Promise.all(read)).flat();
}

/** What bulletins said that are on record: their sources are kept with them. */
async function toldInBulletins(
  data: string,
  names: ReturnType<typeof nameEntries>,
): Promise<Told[]> {
  const records = join(data, 'records');
  const files = await Array.fromAsync(glob('*/*/source.mdx', { cwd: records }));
  const read = files.toSorted().map(async (file) => {
    const source = await readFile(join(records, file), 'utf8');
    const page = paths.newsletter(file.split(/[/\\]/)[0] ?? '');
    // What it held was checked before it was sent.
    const blocks = [...eachBlock(parseBody(source, 'newsletters', () => undefined))];
    return blocks.flatMap((event) =>
      isBlock(event, 'Event') ? sessionsOf(event, page, names) : [],
    );
  });
  return (await Promise.all(read)).flat();
}

const sessionsOf = (
  { props: event, children }: BlockOf<'Event'>,
  page: string,
  names: ReturnType<typeof nameEntries>,
): Told[] =>
  children.flatMap((child) => {
    if (!isBlock(child, 'Session')) return [];
    const { id, start, moved } = child.props;
    const uid = names.session(page, event.id, id);
    return {
      uid,
      start,
      end: endOf(child.props),
      sequence: sessionMovesOf(moved).length,
      by: 'the bulletin that was sent',
    };
  });
