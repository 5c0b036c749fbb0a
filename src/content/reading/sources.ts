import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

/* Beside the pages that were made from them. */
const listName = 'sources.json';

const listSchema = z.record(z.string(), z.string());

/**
 * Notes in the folder of a build which text it was made from: the SHA-256 of every file of the
 * content folder. What was checked can then be told from what was built.
 */
export async function writeSources(folder: string, out: string): Promise<void> {
  const files = await Array.fromAsync(glob('**/*.{mdx,yaml}', { cwd: folder }));
  const sums = await Promise.all(
    files.map(async (path) => [slashed(path), await sumOf(join(folder, path))] as const),
  );
  const list = Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(out, listName), `${JSON.stringify(list, undefined, 2)}\n`);
}

/**
 * Those of `files` that are not what the build in `out` was made from. A folder without the list
 * was not filled by a build, and nothing is known of it.
 */
export async function changedSince(
  out: string,
  folder: string,
  files: readonly string[],
): Promise<string[]> {
  const text = await readFile(join(out, listName), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const list = listSchema.parse(JSON.parse(text));
  const changed = await Promise.all(
    files.map(async (file) => list[slashed(relative(folder, file))] !== (await sumOf(file))),
  );
  return files.filter((_, index) => changed[index]);
}

const slashed = (path: string) => path.replaceAll(sep, '/');

const sumOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file).catch(() => ''))
    .digest('hex');
