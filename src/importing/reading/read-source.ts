import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from '../../content/reading/read-text.ts';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Notes } from '../notes.ts';
import type { Format, Source } from '../source.ts';
import { mostParagraphs } from './limits.ts';
import { readEmail } from './read-email.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readWord } from './read-word.ts';

/** Far more than the longest edition; a document may hold no more than this either. */
const mostOfText = 200_000;
/** A page or a message has its looks and its pictures in it. */
const mostOfPage = 5_000_000;
const mostOfWord = 30_000_000;

const refuse = (problem: Problem) => new BadInput([problem]);

/**
 * Reads a file of any kind that can be imported. What it is, its first bytes and its ending say together.
 * @throws {BadInput} for a file that cannot be read, is of another kind than its ending says, or holds far
 *   more than a document
 */
export async function readSource(file: string, notes: Notes): Promise<Source> {
  const kind = kinds.find(({ endings }) => endings.includes(extname(file).toLowerCase()));
  if (!kind) throw refuse(unknownKind(file));
  const bytes = await readBytes(file, kind.most);
  const found = whatItIs(bytes);
  if ((found === 'zip') !== (kind.format === 'docx') || found === 'old')
    throw refuse(otherKind(file, found));
  switch (kind.format) {
    case 'docx':
      return expectWords(file, await readWord(bytes, file, notes));
    case 'eml':
      return expectWords(file, await readEmail(bytes, file, notes));
    case 'html':
      return expectWords(file, readHtml(decodePage(file, bytes), file, notes));
    case 'markdown':
      return expectWords(file, readMarkdown(decode(file, bytes), file, notes));
  }
}

const kinds: readonly FileKind[] = [
  { endings: ['.docx', '.docm'], format: 'docx', most: mostOfWord },
  { endings: ['.eml'], format: 'eml', most: mostOfWord },
  { endings: ['.html', '.htm', '.xhtml'], format: 'html', most: mostOfPage },
  { endings: ['.txt', '.md', '.markdown', '.text'], format: 'markdown', most: mostOfText },
];

interface FileKind {
  endings: readonly string[];
  format: Exclude<Format, 'text'>;
  most: number;
}

/** The endings of files that can be imported. */
export const endings: readonly string[] = kinds.flatMap(({ endings: own }) => own);

function expectWords(file: string, source: Source): Source {
  const letters = source.stated.passages.reduce((sum, { length }) => sum + length, 0);
  if (source.flow.length === 0) throw refuse(empty(file));
  if (letters > mostOfText) {
    throw refuse({
      file,
      expected: `a document of at most ${mostOfText.toLocaleString('en-NZ')} letters`,
      found: letters.toLocaleString('en-NZ'),
      remedy: 'Import its parts one by one.',
    });
  }
  if (source.stated.passages.length > mostParagraphs) {
    throw refuse({
      file,
      expected: `a document of at most ${mostParagraphs.toLocaleString('en-NZ')} paragraphs`,
      found: source.stated.passages.length.toLocaleString('en-NZ'),
      remedy: 'Import its parts one by one.',
    });
  }
  return source;
}

/** What the first bytes say. Old Word documents and mails of Outlook begin alike: MS-CFB, 2.2. */
function whatItIs(bytes: Buffer): 'zip' | 'old' | 'text' {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
  return bytes.subarray(0, 4).toString('hex') === 'd0cf11e0' ? 'old' : 'text';
}

const otherKind = (file: string, found: 'zip' | 'old' | 'text'): Problem => ({
  file,
  expected: `what its ending ${extname(file)} says`,
  found: {
    zip: 'an archive, as Word documents are',
    old: 'a document of Word 97 to 2003, or a message of Outlook',
    text: 'text',
  }[found],
  remedy:
    found === 'old'
      ? 'Open it there, save it as a Word document (.docx) or a message (.eml), and import that.'
      : 'Give it the ending of what it is, such as .docx, .html or .txt, and import it again.',
});

function decode(file: string, bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoded = decodeText(
    file,
    isWide ? Buffer.from(new TextDecoder('utf-16le').decode(bytes)) : bytes,
  );
  if (typeof decoded !== 'string') throw refuse(decoded);
  if (decoded.trim() === '') throw refuse(empty(file));
  return decoded;
}

/** A page says itself how its letters are encoded; those that Word saves are seldom UTF-8. */
function decodePage(file: string, bytes: Buffer): string {
  const top = bytes.subarray(0, 2048).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(top)?.[1]?.toLowerCase();
  if (label === undefined || label === 'utf-8') return decode(file, bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decode(file, bytes);
  }
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
      found: `${found.size.toLocaleString('en-NZ')} bytes`,
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

const unknownKind = (file: string): Problem => ({
  file,
  expected: `a file whose name ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}`,
  found: extname(file) === '' ? 'a name without an ending' : `one that ends in ${extname(file)}`,
  remedy: 'Save it as one of these, and import that.',
});
