import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from '../../content/reading/read-text.ts';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Notes } from '../notes.ts';
import type { Source } from '../source.ts';
import { readMarkdown } from './read-markdown.ts';

/** Far more than the longest edition; a document may hold no more than this either. */
const mostOfText = 200_000;

const refuse = (problem: Problem) => new BadInput([problem]);

/**
 * Reads a file of any kind that can be imported. What it is, its first bytes and its ending say together.
 * @throws {BadInput} for a file that cannot be read, is of another kind than its ending says, or holds far
 *   more than a document
 */
export async function readSource(file: string, notes: Notes): Promise<Source> {
  const kind = extname(file).toLowerCase();
  if (!['.txt', '.md', '.markdown', '.text'].includes(kind)) throw refuse(unknownKind(file, kind));
  const bytes = await readBytes(file, mostOfText);
  const decoded = decodeText(file, bytes);
  if (typeof decoded !== 'string') throw refuse(decoded);
  if (decoded.trim() === '') throw refuse(empty(file));
  return readMarkdown(decoded, file, notes);
}

async function readBytes(file: string, most: number): Promise<Buffer> {
  const found = await stat(file).catch((error: unknown) => errorCode(error) ?? String(error));
  if (typeof found === 'string' || !found.isFile()) {
    throw refuse({
      file,
      expected: 'a file to import',
      found:
        typeof found === 'string'
          ? found === 'ENOENT'
            ? 'none of this name'
            : `one that cannot be read (${found})`
          : 'something that is no file',
      remedy: 'Check the name, and that you may read it.',
    });
  }
  if (found.size > most) {
    throw refuse({
      file,
      expected: `at most ${most.toLocaleString('en-NZ')} bytes, which is far more than the longest edition`,
      found: found.size.toLocaleString('en-NZ'),
      remedy: 'Import the part of it that is the document, or its parts one by one.',
    });
  }
  return readFile(file);
}

const empty = (file: string): Problem => ({
  file,
  expected: 'a document with words',
  found: 'an empty one',
  remedy: 'Save it again from the program that it was written in.',
});

const unknownKind = (file: string, kind: string): Problem => ({
  file,
  expected: 'a text or Markdown file, whose name ends in .txt or .md',
  found: kind === '' ? 'a name without an ending' : `one that ends in ${kind}`,
  remedy: 'Save it as one of these, and import that.',
});
