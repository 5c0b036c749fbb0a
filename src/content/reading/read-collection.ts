import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import type { Flow } from '../../document/tree.ts';
import { inBatches } from '../../disk/in-batches.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Document } from '../content.ts';
import { readDocument } from './read-document.ts';
import { type ReadFile, type ReadFiles, stampOf, sumOf } from '../../disk/read-file.ts';
import { unsavedText } from './unsaved.ts';
import type { Reading } from '../../disk/reading.ts';

/** One kind of document: where its files are, which are its own, and how each is called. */
export interface CollectionOf<Data> {
  folder: string;
  schema: z.ZodType<Data>;
  holds?: (path: string) => boolean;
  idOf: (path: string) => string;
}

/**
 * The files of one kind in the content folder, whether or not they can be read: paths within its own
 * folder with "/" between their parts, in order.
 */
export async function documentPaths(
  root: string,
  { folder, holds = () => true }: Pick<CollectionOf<unknown>, 'folder' | 'holds'>,
): Promise<string[]> {
  const found = await Array.fromAsync(glob('**/*.mdx', { cwd: join(root, folder) }));
  return found
    .map((path) => path.replaceAll(sep, '/'))
    .filter(holds)
    .toSorted();
}

/** A document as it was read, and what was wrong with it. */
interface Remembered<Data> extends ReadFile {
  document: Document<Data> | undefined;
  problems: readonly Problem[];
}

/**
 * A reader of every document of one kind. It remembers what it read, and reads again only the files that
 * have changed.
 * @param root the content folder
 * @param container what the blocks of the contract call it, to know where they may stand
 * @param keep what to keep of each text
 */
export function collectionReader<Data>(
  root: string,
  collection: CollectionOf<Data>,
  container: string,
  keep: (body: Flow[]) => Flow[],
): (reading: Reading) => Promise<Document<Data>[]> {
  const { folder, schema, idOf } = collection;
  let known = new Map<string, Remembered<Data>>();
  const readOne = async (file: string, id: string): Promise<Remembered<Data>> => {
    const before = known.get(file);
    if (before && (await isSame(file, before))) return before;
    const problems: Problem[] = [];
    const read: ReadFiles = new Map();
    const document = await readDocument(file, id, container, schema, problems, read);
    return {
      ...(read.get(file) ?? { sum: '', stamp: '' }),
      document: document && { ...document, body: keep(document.body) },
      problems,
    };
  };
  return async ({ problems, read }) => {
    const paths = await documentPaths(root, collection);
    refuseNames(paths, (path) => join(root, folder, path), idOf, problems);
    const all = await inBatches(paths, 50, async (path) => {
      const file = join(root, folder, path);
      return [file, await readOne(file, idOf(path))] as const;
    });
    known = new Map(all);
    for (const [file, one] of all) {
      problems.push(...one.problems);
      const { sum, stamp, draft } = one;
      if (sum !== '') read.set(file, { sum, stamp, ...(draft !== undefined && { draft }) });
    }
    return all.flatMap(([, { document }]) => document ?? []);
  };
}

/** Whether a file says what it said when it was read; what somebody is writing in it counts first. */
async function isSame(file: string, { sum, stamp }: ReadFile): Promise<boolean> {
  const unsaved = unsavedText(file);
  return unsaved === undefined
    ? stamp === (await stampOf(file))
    : sum === sumOf(Buffer.from(unsaved));
}

/** Names every file whose name cannot be an address, or is the address of another. */
function refuseNames(
  paths: readonly string[],
  fileOf: (path: string) => string,
  idOf: (path: string) => string,
  problems: Problem[],
): void {
  const firstFile = new Map<string, string>();
  for (const path of paths) {
    const file = fileOf(path);
    const id = idOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const other = firstFile.get(id.toLowerCase());
    if (other) {
      problems.push({
        file,
        expected: 'a file name that no other document of its kind has',
        found: `"${name}", which is also the name of ${other}`,
        remedy: 'Rename one of them: the file name is the address of the page.',
      });
    } else if (!/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id)) {
      problems.push({
        file,
        expected: 'a file name of lower-case letters, digits and hyphens',
        found: `"${name}"`,
        remedy: 'Rename the file: its name is the address of the page.',
      });
    }
    firstFile.set(id.toLowerCase(), path);
  }
}
