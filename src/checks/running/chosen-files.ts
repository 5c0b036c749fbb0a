import { resolve } from 'node:path';
import { BadInput } from '../../problems/problem.ts';
import type { Library } from '../reading/page.ts';

/**
 * The files to report on: those that are named, or all.
 * @throws {BadInput} naming each that is no file of the library
 */
export function chosenFiles(
  { files, problems }: Library,
  named: readonly string[] = [],
): ReadonlySet<string> {
  if (named.length === 0) return new Set(files.map(({ file }) => file));
  const wanted = named.map((file) => resolve(file));
  const known = new Set([...files, ...problems].map(({ file }) => file));
  const missing = wanted.filter((file) => !known.has(file));
  if (missing.length > 0) {
    throw new BadInput(
      missing.map((file) => ({
        file,
        expected: 'a document of the content folder',
        found: 'no such document',
        remedy: 'Name a file of the content folder, or none to check all of them.',
      })),
    );
  }
  return new Set(wanted);
}
