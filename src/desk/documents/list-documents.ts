import { join, relative, sep } from 'node:path';
import { collections, lists } from '../../content/collections.ts';
import { documentPaths } from '../../content/reading/read-collection.ts';
import { builtSources } from '../../content/reading/sources.ts';
import { formatLongDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import { type DeskDocument, type DeskKind, kindWords, stateWords } from './desk-document.ts';
import { type Entry, entriesOf } from './entries.ts';
import { foldWords } from './fold-words.ts';
import { listTitles } from './list-titles.ts';
import type { Shelf } from './look-at-content.ts';
import { type AskMail, type MailState, withMailStates } from './mail-state.ts';

/** Where the desk finds what a document has become. */
export interface Places {
  /** The folder of the built site. */
  out: string;
  /** Where the store is. */
  data: string;
  databaseUrl?: string | undefined;
}

/**
 * Every document of the content folder with where it stands, also those that cannot be read.
 * @param today the day in New Zealand, YYYY-MM-DD
 */
export async function listDocuments(
  shelf: Shelf,
  places: Places,
  today: string,
): Promise<DeskDocument[]> {
  const { folder, content } = shelf;
  const built = (await builtSources(places.out)) ?? {};
  const standing = (path: string): Standing =>
    built[path] === undefined
      ? 'new'
      : built[path] === content.read.get(join(folder, path))?.sum
        ? 'published'
        : 'changed';
  const known = await withMailStates(places, (ask) =>
    Promise.all(
      entriesOf(content).map((entry) => describe(entry, shelf, { standing, ask, today })),
    ),
  );
  const there = new Set(known.map(({ path }) => path));
  const unreadable = (await allPaths(folder)).filter(({ path }) => !there.has(path));
  const ofLists = Object.keys(lists).filter((path) => content.read.has(join(folder, path)));
  return [
    ...known,
    ...unreadable.map(({ path, kind }) =>
      finish(path, { kind, title: path, day: '' }, 'unreadable'),
    ),
    ...ofLists.map((path) => {
      const state = standing(path) === 'published' ? 'published' : 'ready';
      return finish(path, { kind: 'lists', title: listTitles[path] ?? path, day: '' }, state);
    }),
  ];
}

/** How a text compares with what the site was last built from. */
type Standing = 'new' | 'changed' | 'published';

interface Asked {
  standing: (path: string) => Standing;
  ask: AskMail;
  today: string;
}

async function describe(
  entry: Entry,
  { folder, content }: Shelf,
  { standing, ask, today }: Asked,
): Promise<DeskDocument> {
  const { document, review, audiences } = entry;
  const path = relative(folder, document.file).replaceAll(sep, '/');
  const found = standing(path);
  const words = JSON.stringify(document.data);
  if (content.drafts.has(document.file)) return finish(path, entry, 'draft', '', words);
  const mail = audiences && (await ask(document.id, audiences));
  if (mail) return finish(path, entry, mail.state, describeMail(mail), words);
  if (review && review.from <= today) return finish(path, entry, 'due', review.note, words);
  const note = found === 'changed' ? 'Published, and changed since.' : (review?.note ?? '');
  return finish(path, entry, found === 'published' ? 'published' : 'ready', note, words);
}

/** "Goes out at 9:05am, Friday 8 May 2026." */
function describeMail({ sendAt }: MailState): string {
  if (sendAt === undefined) return '';
  const time = localTimeAt(new Date(sendAt));
  return `Goes out at ${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}.`;
}

function finish(
  path: string,
  { kind, title, day }: Pick<DeskDocument, 'kind' | 'title' | 'day'>,
  state: DeskDocument['state'],
  note = '',
  data = '',
): DeskDocument {
  const words = foldWords([title, path, kindWords[kind], stateWords[state], data].join(' '));
  return { path, kind, title, day, state, note, words };
}

const documentKinds = [
  'newsletters',
  'corrections',
  'guidance',
  'earlierGuidance',
  'knownIssues',
  'releases',
  'help',
  'pages',
] as const satisfies readonly (keyof typeof collections)[];

async function allPaths(folder: string): Promise<{ path: string; kind: DeskKind }[]> {
  const found = await Promise.all(
    documentKinds.map(async (kind) => {
      const paths = await documentPaths(folder, collections[kind]);
      return paths.map((path) => ({ kind, path: `${collections[kind].folder}/${path}` }));
    }),
  );
  return found.flat();
}
