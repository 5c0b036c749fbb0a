import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, sep } from 'node:path';
import { errorCode } from '../../disk/error-code.ts';
import { plainText } from '../../document/plain-text.ts';
import type { Problem } from '../../problems/problem.ts';
import { type ReadFiles, stampOf, sumOf } from '../../disk/read-file.ts';
import { unsavedText } from './unsaved.ts';

/* Far more than the longest edition: what is larger is no document, and takes minutes to parse. */
const mostOfDocument = 200_000;
/* Contacts, words: one file holds all of them. */
const mostOfList = 1_000_000;

/**
 * The text of a file in NFC with Unix line ends, or nothing (and a problem) where it is not UTF-8 text.
 * @param read takes down which bytes were read
 */
export async function readText(
  file: string,
  problems: Problem[],
  read?: ReadFiles,
): Promise<string | undefined> {
  const unsaved = unsavedText(file);
  if (unsaved !== undefined) {
    read?.set(file, { sum: sumOf(Buffer.from(unsaved)), stamp: 'unsaved' });
    return plainText(unsaved);
  }
  const refusal = await whyNot(file);
  if (refusal) {
    problems.push({ file, ...refusal });
    return undefined;
  }
  const stamp = await stampOf(file);
  const bytes = await readFile(file);
  if (stamp !== undefined) read?.set(file, { sum: sumOf(bytes), stamp });
  const decoded = decodeText(file, bytes);
  if (typeof decoded === 'string') return decoded;
  problems.push(decoded);
  return undefined;
}

/** What the bytes of a file say, in NFC with Unix line ends, or why they are no UTF-8 text. */
export function decodeText(file: string, bytes: Buffer): string | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('binary');
    return plainText(text);
  } catch {
    return {
      file,
      line: firstForeignLine(bytes),
      expected: 'a text file in UTF-8',
      found: 'letters in another encoding, or a file of another kind',
      remedy: 'Save it again as plain text with the encoding UTF-8.',
    };
  }
}

type Refusal = Pick<Problem, 'expected' | 'found' | 'remedy'>;

/** Why a file is not read at all. */
async function whyNot(file: string): Promise<Refusal | undefined> {
  const found = await stat(file).catch((error: unknown) => errorCode(error) ?? String(error));
  if (typeof found === 'string') {
    return {
      expected: 'a file that can be read',
      found:
        found === 'ENOENT' ? 'a link that leads nowhere' : `one that cannot be read (${found})`,
      remedy: 'Put the file itself in its place, or remove it.',
    };
  }
  if (!found.isFile()) {
    return {
      expected: 'a text file',
      found: found.isDirectory() ? 'a folder of that name' : 'something else of that name',
      remedy: 'Move it away, or give it another name.',
    };
  }
  if (await leadsOut(file)) {
    return {
      expected: 'a file in the folder itself',
      found: 'a link to a file outside it',
      remedy: 'Put the file itself in its place, or remove it.',
    };
  }
  const [what, most] =
    extname(file) === '.yaml' ? ['list', mostOfList] : ['document', mostOfDocument];
  if (found.size <= most) return undefined;
  return {
    expected: `a ${what} of at most ${kilobytes(most)}`,
    found: `one of ${kilobytes(found.size)}`,
    remedy:
      what === 'list'
        ? 'Remove what nobody needs any more.'
        : 'Make several documents of it: nobody reads a page of this length.',
  };
}

/** Whether a file is a symbolic link out of its folder: what it leads to was not put there to be published. */
async function leadsOut(file: string): Promise<boolean> {
  if (!(await lstat(file)).isSymbolicLink()) return false;
  const [target, folder] = await Promise.all([realpath(file), realpath(dirname(file))]);
  return !target.startsWith(`${folder}${sep}`);
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en-NZ')} KB`;

/** The first line that is not UTF-8 text; a line feed is the same byte in every encoding of ASCII's family. */
function firstForeignLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const foreign = lines.findIndex((line) => {
    try {
      return decoder.decode(Buffer.from(line, 'latin1')).includes('\0');
    } catch {
      return true;
    }
  });
  return foreign + 1;
}
