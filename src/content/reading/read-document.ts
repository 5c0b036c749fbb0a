import type { z } from 'zod';
import { draftLine } from '../../document/yaml/draft-line.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import { lineFinder } from '../../document/line-finder.ts';
import { parseBody } from '../../document/parse-body.ts';
import { ownCopy } from '../../disk/own-copy.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Document } from '../content.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import type { ReadFile, ReadFiles } from '../../disk/read-file.ts';
import { readText } from './read-text.ts';

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
  read?: ReadFiles,
): Promise<Document<Data> | undefined> {
  const source = await readText(file, problems, read);
  if (source === undefined) return undefined;
  noteDraft(source, read?.get(file));
  const frontMatter = frontMatterOf(source);
  if (!frontMatter) {
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
  const parsed = parseYaml(ownCopy(frontMatter.yaml), schema, file, 2);
  if ('problems' in parsed) {
    problems.push(...parsed.problems);
    return undefined;
  }
  return { id, file, data: parsed.data, body, lineOf: parsed.lineOf, lineAt: lineFinder(source) };
}

function noteDraft(source: string, noted: ReadFile | undefined): void {
  const line = draftLine(source);
  if (noted && line !== undefined) noted.draft = line;
}

function insteadOfFrontMatter(source: string): string {
  if (source.trim() === '') return 'an empty file';
  return /^---[ \t]*\n/.test(source) ? 'no second line of three hyphens' : 'text straight away';
}
