import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { z } from 'zod';
import type { Flow } from '../../document/tree.ts';
import { inBatches } from '../../disk/in-batches.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Document } from '../content.ts';
import { readDocument } from './read-document.ts';

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

/**
 * Reads every document of one kind.
 * @param root the content folder
 * @param container what the blocks of the contract call it, to know where they may stand
 * @param reading what to keep of each text, and where to say whatever is wrong
 */
export async function readCollection<Data>(
  root: string,
  collection: CollectionOf<Data>,
  container: string,
  { keep, problems }: { keep: (body: Flow[]) => Flow[]; problems: Problem[] },
): Promise<Document<Data>[]> {
  const { folder, schema, idOf } = collection;
  const paths = await documentPaths(root, collection);
  const fileOf = (path: string) => join(root, folder, path);
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
  const read = await inBatches(paths, 50, async (path) => {
    const document = await readDocument(fileOf(path), idOf(path), container, schema, problems);
    return document && { ...document, body: keep(document.body) };
  });
  return read.filter((document) => document !== undefined);
}
