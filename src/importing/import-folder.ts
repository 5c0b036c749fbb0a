import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { BadInput, type Problem } from '../problems/problem.ts';
import { importDocument, type Imported, type Wish } from './import-document.ts';
import { endings } from './reading/read-source.ts';

/** What became of one file of a folder. */
export type FileOutcome =
  { path: string; imported: Imported } | { path: string; problems: readonly Problem[] };

/**
 * Brings in every document of a folder, one after the other in the order of their names; folders within it are left.
 * One that cannot be used keeps none of the others from coming in.
 * @throws {BadInput} for a folder with no document that can be imported
 */
export async function importFolder(
  folder: string,
  wish: Wish,
  options: Parameters<typeof importDocument>[2],
): Promise<FileOutcome[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .toSorted();
  if (names.length === 0) {
    throw new BadInput([
      {
        file: folder,
        expected: `documents to import, with names that end in ${endings.join(', ')}`,
        found: 'none',
        remedy: 'Check that it is the right folder.',
      },
    ]);
  }
  const outcomes: FileOutcome[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      outcomes.push({ path, imported: await importDocument(path, wish, options) });
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      outcomes.push({ path, problems: error.problems });
    }
  }
  return outcomes;
}
