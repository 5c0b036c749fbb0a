import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { collections, type Collection } from '../content/collections.ts';
import { documentPaths } from '../content/reading/read-collection.ts';
import { gatherContent } from '../content/reading/read-content.ts';
import { dayAt } from '../dates/new-zealand.ts';
import type { Flow } from '../document/tree.ts';
import { parseBody } from '../document/parse-body.ts';
import { writeFlow } from '../document/write/write-flow.ts';
import { publication } from '../publication/site.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import type { Kind, Shelf } from '../skeletons/skeleton.ts';
import { kinds } from '../skeletons/all-skeletons.ts';
import { createFile } from '../skeletons/create-file.ts';
import { compareFacts, type Loss, lostIn } from './loss/compare-facts.ts';
import { stateDraft } from './loss/state-draft.ts';
import { newNotes, type Notes } from './notes.ts';
import { readSource } from './reading/read-source.ts';
import type { Source } from './source.ts';
import { joinPageTurns } from './tidying/page-turns.ts';
import { mendWords, wordMender } from './tidying/tidy-words.ts';
import { typedHeadings } from './tidying/typed-headings.ts';
import { typedLists } from './tidying/typed-lists.ts';
import { anchorMaker } from './understanding/anchors.ts';
import { type Entry, findContents } from './understanding/find-contents.ts';
import { findTop } from './understanding/find-top.ts';
import { understandGuidance } from './understanding/understand-guidance.ts';
import { understandKnownIssue } from './understanding/understand-known-issue.ts';
import type { Understanding } from './understanding/understanding.ts';
import { understandNewsletter } from './understanding/understand-newsletter.ts';
import { setKeys } from './writing/front-matter.ts';

/** What a source can become. */
export const importKinds = ['newsletter', 'guidance', 'known-issue'] as const;

export interface Wish {
  as: (typeof importKinds)[number];
  /** The day it is dated, where that is not the one in the source. */
  on?: string | undefined;
  /** The ids of proposals that a person leaves as prose. */
  leave?: ReadonlySet<string> | undefined;
}

/** A draft made of a source, and what is to be said of it. */
export interface Imported {
  source: Pick<Source, 'format'>;
  kind: Kind;
  /** Where it stands, or would: an absolute path. */
  file: string;
  day: string;
  mdx: string;
  notes: Notes;
  loss: Loss;
  /** Whether it was written. */
  written: boolean;
}

/**
 * Makes a draft of a file in a content folder, and proves that nothing of the file was lost: where something was,
 * nothing is written.
 * @param now the present moment, for which day it is in New Zealand
 * @throws {BadInput} for a file that cannot be used, or where there is such a document already
 */
export async function importDocument(
  path: string,
  { as, on, leave }: Wish,
  { folder, now, write }: { folder: string; now: Date; write: boolean },
): Promise<Imported> {
  const notes = newNotes();
  const source = await readSource(path, notes);
  const { content, problems } = await gatherContent(folder);
  const kind = kindOf(as);
  const place = collections[kind.collection];
  const taken = new Map<string, string>();
  for (const one of await documentPaths(folder, place)) {
    taken.set(place.idOf(one).toLowerCase(), join(folder, place.folder, one));
  }
  const shelf = { content, problems, folder, today: dayAt(now), taken: new Set(taken.keys()) };
  const { id, day, mdx } = draft(source, { as, on, leave }, shelf, path, notes);
  const file = join(folder, place.folder, `${id}.mdx`);
  expectSound(file, mdx, kind.collection);
  const loss = compareFacts(source.stated, stateDraft(mdx, kind.collection), notes);
  const imported = { source, kind, file, day, mdx, notes, loss, written: false };
  if (!write || lostIn(loss).length > 0) return imported;
  await expectNoFiles(folder, source);
  if (taken.has(id) || !(await createFile(file, mdx))) {
    throw new BadInput([
      {
        file: taken.get(id) ?? file,
        expected: `no ${kind.word} of this name yet`,
        found: 'one, which is left as it is',
        remedy:
          'Move it away, or give the draft another day (--on). To see the draft alone, add --dry-run.',
      },
    ]);
  }
  for (const { name, bytes } of source.pictures) {
    await writeNewFile(join(folder, 'files', name), bytes);
  }
  return { ...imported, written: true };
}

/** @throws {BadInput} where a picture has the name of a file that is there */
async function expectNoFiles(folder: string, { pictures }: Source): Promise<void> {
  const there = new Set(await readdir(join(folder, 'files')).catch(() => []));
  const problems = pictures
    .filter(({ name }) => there.has(name))
    .map(({ name }) => ({
      file: join(folder, 'files', name),
      expected: 'no file of this name yet, for a picture of the source',
      found: 'one, which is left as it is',
      remedy: 'Give the file to import another name: its pictures are called after it.',
    }));
  if (problems.length > 0) throw new BadInput(problems);
}

async function writeNewFile(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes, { flag: 'wx' });
}

function kindOf(word: string): Kind<Collection> {
  const kind = kinds.find((one) => one.word === word);
  if (!kind) throw new Error(`No kind of document is called "${word}".`);
  return kind;
}

function draft(
  source: Source,
  { as, on, leave = new Set() }: Wish,
  shelf: Shelf,
  path: string,
  notes: Notes,
) {
  const mended = mendWords(source.flow, wordMender(shelf.content.kupu));
  const lines = typedLists(mended);
  const flow = typedHeadings(joinPageTurns(lines, notes), source.format);
  const top = findTop(flow, shelf.today, notes);
  const day = on ?? top.day ?? source.day;
  if (as === 'newsletter' && day === undefined) throw noDay(path);
  const { entries, rest } = findContents(top.rest, notes);
  const known = {
    notes,
    leave,
    day: day ?? shelf.today,
    contacts: shelf.content.contacts,
    anchor: anchorMaker(),
  };
  const title = top.title ?? source.title;
  if (as !== 'newsletter' && title === undefined) throw noTitle(path);
  const begun = kindOf(as).begin({ name: title ?? '', on: day }, shelf);
  const { keys, body } = understand(as, rest, entries, known, title);
  const head = setKeys(begun.parts[0] ?? '', keys);
  return { id: begun.id, day: begun.day, mdx: `${head}\n\n${writeFlow(body)}\n` };
}

/** What a text is as a document of one kind: values of its front matter, and what stands beneath. */
function understand(
  as: Wish['as'],
  nodes: Flow[],
  entries: readonly Entry[],
  known: Understanding,
  title: string | undefined,
): { keys: Readonly<Record<string, string | undefined>>; body: Flow[] } {
  if (as === 'known-issue') return understandKnownIssue(nodes, known);
  if (as === 'guidance') return { keys: {}, body: understandGuidance(nodes, known) };
  const own = title === publication().newsletter ? undefined : title;
  if (title !== undefined && own === undefined) {
    known.notes.leftOut.push({
      words: title,
      why: 'the name of the newsletter, which site.yaml has',
    });
  }
  return { keys: { title: own }, body: understandNewsletter(nodes, entries, known) };
}

const noTitle = (file: string) =>
  new BadInput([
    {
      file,
      expected: 'a title: a heading above the text',
      found: 'none',
      remedy: 'Write one as the first line, then import it again.',
    },
  ]);

const noDay = (file: string) =>
  new BadInput([
    {
      file,
      expected: 'the date of the edition near its title, such as “8 May 2026”',
      found: 'none',
      remedy: 'Say which day it is dated: of the command with --on, such as --on 2026-05-08.',
    },
  ]);

/** @throws where the draft is one that reading refuses, which is a fault of ours */
function expectSound(file: string, mdx: string, collection: string): void {
  const problems: Problem[] = [];
  parseBody(mdx, collection, (line, words) => problems.push({ file, line, ...words }));
  if (problems.length > 0) throw new BadInput(problems);
}
