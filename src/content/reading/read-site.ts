import { join } from 'node:path';
import type { Reading } from '../../disk/reading.ts';
import { stampOf } from '../../disk/read-file.ts';
import { BadInput } from '../../problems/problem.ts';
import { usePublication } from '../../publication/site.ts';
import { readPublication, type ReadPublication } from './read-publication.ts';
import { usablePublication } from './usable-publication.ts';

/**
 * Reads the publication, which is that of the process from then on; nothing where it has faults, and what
 * can be used of it until documents are read.
 * @throws {BadInput} with its faults, where documents cannot be read without it
 */
export async function readSite(
  folder: string,
  { problems, read }: Reading,
): Promise<ReadPublication | undefined> {
  const stamp = await stampOf(join(folder, 'site.yaml'));
  try {
    const site = readPublication(folder);
    usePublication(site.publication);
    if (stamp !== undefined) read.set(site.file, { sum: site.sum, stamp });
    return site;
  } catch (error) {
    const usable = error instanceof BadInput ? usablePublication(folder) : undefined;
    if (!(error instanceof BadInput) || !usable) throw error;
    problems.push(...error.problems);
    usePublication(usable);
    return undefined;
  }
}
