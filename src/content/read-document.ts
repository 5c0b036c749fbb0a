import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { parseBody } from '../blocks/parse-body.ts';
import { ownCopy } from '../own-copy.ts';
import type { Problem } from '../problem.ts';
import type { Document } from './content.ts';
import { parseYaml } from './parse-yaml.ts';

/* Far more than the longest edition: what is larger is no document, and takes minutes to parse. */
const mostBytes = 200_000;

const frontMatter = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

/**
 * Reads one MDX file.
 * @param id what the document is called
 * @param problems takes whatever is wrong with it, front matter and text alike
 * @returns the document, or nothing where its front matter cannot be used
 */
export async function readDocument<Data>(
  file: string,
  id: string,
  collection: string,
  schema: z.ZodType<Data>,
  problems: Problem[],
): Promise<Document<Data> | undefined> {
  const source = await readText(file, problems);
  if (source === undefined) return undefined;
  const yaml = frontMatter.exec(source)?.[1];
  if (yaml === undefined) {
    problems.push({
      file,
      line: 1,
      expected: 'front matter: lines of "key: value" between two lines of three hyphens',
      found: insteadOfFrontMatter(source),
      remedy: 'Start the file with "---", the keys, and "---" again, each on a line of its own.',
    });
    return undefined;
  }
  const body = parseBody(source, collection, (line, words) =>
    problems.push({ file, line, ...words }),
  );
  const parsed = parseYaml(ownCopy(yaml), schema, file, 2);
  if ('problems' in parsed) {
    problems.push(...parsed.problems);
    return undefined;
  }
  return { id, file, data: parsed.data, body, lineOf: parsed.lineOf };
}

function insteadOfFrontMatter(source: string): string {
  if (source.trim() === '') return 'an empty file';
  return /^---[ \t]*\n/.test(source) ? 'no second line of three hyphens' : 'text straight away';
}

/** The text of a file in NFC with Unix line ends, or nothing (and a problem) where it is not UTF-8 text. */
export async function readText(file: string, problems: Problem[]): Promise<string | undefined> {
  const bytes = await readFile(file);
  if (bytes.length > mostBytes) {
    problems.push({
      file,
      expected: 'a document of at most 200 KB',
      found: `one of ${Math.round(bytes.length / 1000).toLocaleString('en-NZ')} KB`,
      remedy: 'Make several documents of it: nobody reads a page of this length.',
    });
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('binary');
    return text.replaceAll(/\r\n?/g, '\n').normalize('NFC');
  } catch {
    problems.push({
      file,
      line: firstForeignLine(bytes),
      expected: 'a text file in UTF-8',
      found: 'letters in another encoding, or a file of another kind',
      remedy: 'Save it again as plain text with the encoding UTF-8.',
    });
    return undefined;
  }
}

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
