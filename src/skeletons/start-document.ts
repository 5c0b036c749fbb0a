import { join } from 'node:path';
import { collections } from '../content/collections.ts';
import { documentPaths } from '../content/reading/read-collection.ts';
import { gatherContent } from '../content/reading/read-content.ts';
import { dayAt } from '../dates/new-zealand.ts';
import { BadInput } from '../problems/problem.ts';
import { adviseDay } from './advise-day.ts';
import { createFile } from './create-file.ts';
import type { Kind, Skeleton, Wish } from './skeleton.ts';

/** A document that has been begun. */
export interface Started extends Omit<Skeleton, 'parts'> {
  /** The absolute path. */
  file: string;
  /** What speaks against the day, each a sentence. */
  advice: string[];
}

/**
 * Begins a document: a file that can be checked and built as a draft, in which everything that its
 * author has to write says "TBC". Other documents may have problems of their own meanwhile.
 * @param folder the content folder
 * @param now the present moment, for which day it is in New Zealand
 * @throws {BadInput} where there is such a document already, or what is wished for cannot be; nothing
 *   was changed then
 */
export async function startDocument(
  kind: Kind,
  wish: Wish,
  { folder, now }: { folder: string; now: Date },
): Promise<Started> {
  const place = collections[kind.collection];
  const today = dayAt(now);
  const { content, problems } = await gatherContent(folder);
  const taken = new Map<string, string>();
  for (const path of await documentPaths(folder, place)) {
    taken.set(place.idOf(path).toLowerCase(), join(folder, place.folder, path));
  }
  const shelf = { content, problems, folder, today, taken: new Set(taken.keys()) };
  const { parts, ...skeleton } = kind.begin(wish, shelf);
  const file = join(folder, place.folder, `${skeleton.id}.mdx`);
  const there = taken.get(skeleton.id);
  const text = `${parts.join('\n\n')}\n`;
  const isNew = there === undefined && (await createFile(file, text));
  if (!isNew) {
    throw new BadInput([
      {
        file: there ?? file,
        expected: `no ${kind.word} of this name yet`,
        found: 'one, which is left as it is',
        remedy: `Go on with it, or ${kind.another}.`,
      },
    ]);
  }
  const { day, audiences = [] } = skeleton;
  return { ...skeleton, file, advice: adviseDay(day, today, audiences) };
}
