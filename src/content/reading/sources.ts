import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import type { Content } from '../content.ts';
import { type ReadFiles, stampOf } from '../../disk/read-file.ts';

/* Beside the pages that were made from them. */
const listName = 'sources.json';

const listSchema = z.record(z.string(), z.string());

/**
 * Notes in the folder of a build which texts it was made from: the SHA-256 of every one that was read.
 * What was checked can then be told from what was built.
 * @param folder the content folder
 */
export async function writeSources(content: Content, folder: string, out: string): Promise<void> {
  const list = sumsOf(content.read, folder);
  await writeFile(join(out, listName), `${JSON.stringify(list, undefined, 2)}\n`);
}

function sumsOf(read: Content['read'], folder: string): Record<string, string> {
  const texts = [...read].filter(([file]) => /\.(?:mdx|yaml)$/.test(file));
  const sums = texts.map(([file, { sum }]) => [slashed(relative(folder, file)), sum] as const);
  return Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Holds every file to be as it was read: what is built or approved would else not be what stands in it.
 * @throws {BadInput} naming each that was changed or removed since
 */
export async function expectUnchanged(read: Content['read'] | ReadFiles): Promise<void> {
  const compared = [...read].map(async ([file, { stamp }]) => ({
    file,
    now: await stampOf(file),
    stamp,
  }));
  const changed = (await Promise.all(compared)).filter(({ now, stamp }) => now !== stamp);
  if (changed.length === 0) return;
  throw new BadInput(
    changed.map(({ file, now }) => ({
      file,
      expected: 'the file as it was when it was read',
      found: now === undefined ? 'no such file any more' : 'one that was changed meanwhile',
      remedy: 'Run the command again, once nobody is writing.',
    })),
  );
}

/**
 * Those of `files` that were read as something else than what the build in `out` was made from. A folder
 * without the list was not filled by a build, and nothing is known of it.
 * @param read what was read now
 * @param folder the content folder
 */
export async function changedSince(
  out: string,
  read: Content['read'],
  folder: string,
  files: readonly string[],
): Promise<string[]> {
  const list = await builtSources(out);
  if (!list) return [];
  return files.filter((file) => list[slashed(relative(folder, file))] !== read.get(file)?.sum);
}

/**
 * Every text that is not what the build in `out` was made from, by its path in the content folder: changed, new
 * or gone.
 * @param read what was read now of what is published
 * @param folder the content folder
 */
export async function unlikeBuild(
  out: string,
  read: Content['read'],
  folder: string,
): Promise<string[]> {
  const list = listSchema.parse(JSON.parse(await readFile(join(out, listName), 'utf8')));
  const now = sumsOf(read, folder);
  const names = new Set([...Object.keys(list), ...Object.keys(now)]);
  return [...names].filter((name) => list[name] !== now[name]).toSorted();
}

/**
 * Which texts the build in `out` was made from: the SHA-256 of each by its path in the content folder. Nothing
 * where no build filled the folder.
 */
export async function builtSources(
  out: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const text = await readFile(join(out, listName), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : listSchema.parse(JSON.parse(text));
}

const slashed = (path: string) => path.replaceAll(sep, '/');
