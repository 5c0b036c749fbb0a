import { readFile } from 'node:fs/promises';
import { plainText } from '../document/plain-text.ts';
import type { Fields } from '../document/write/edit-fields.ts';
import { readFields } from '../document/write/read-fields.ts';
import { BadInput } from '../problems/problem.ts';

/** A file as it is on disk, decoded. */
export const readOriginal = async (file: string): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));

/**
 * The front matter of a file as it is written.
 * @throws {BadInput} where it has none that can be read
 */
export function expectFields(file: string, original: string): Fields {
  const fields = readFields(plainText(original));
  if (fields) return fields;
  const expected = 'a top of the file that can be read';
  const remedy = 'Mend what `check` says of it, then try again.';
  throw new BadInput([{ file, line: 1, expected, found: 'one that cannot', remedy }]);
}
