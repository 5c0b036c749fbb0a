import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { sha256 } from './record-folder.ts';

/** What authors wrote: the text of each file by its path in the content folder, with slashes. */
export type Sources = Readonly<Record<string, string>>;

const sumsSchema = z.record(z.string(), z.string());
const remedy =
  'Run `npm run -s panui -- build`, read the bulletin again and approve it if it changed, then try again.';

/** Where a build leaves the checksums of what the bulletins of an edition were made of. */
export const sourceSumsFile = (out: string, edition: string) =>
  join(out, 'bulletins', edition, 'sources.json');

/**
 * What the bulletins of an edition were made of, to be frozen and kept with them.
 * @param content the content folder
 * @throws {BadInput} naming every file that is not what the bulletins in `out` were built from
 */
export async function readSources(out: string, content: string, edition: string): Promise<Sources> {
  const list = sourceSumsFile(out, edition);
  const text = await readFile(list, 'utf8').catch(() => undefined);
  if (text === undefined) {
    const expected = 'the checksums of what the bulletin was made of';
    throw new BadInput([{ file: list, expected, found: 'no such file', remedy }]);
  }
  const problems: Problem[] = [];
  const sources: Record<string, string> = {};
  for (const [path, sum] of Object.entries(sumsSchema.parse(JSON.parse(text)))) {
    const file = join(content, path);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes && sha256(bytes) === sum) sources[path] = bytes.toString('utf8');
    else {
      const expected = 'the text that the bulletin was built from';
      problems.push({ file, expected, found: bytes ? 'another one' : 'no such file', remedy });
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return sources;
}
