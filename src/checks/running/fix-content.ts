import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { acknowledged } from './acknowledge.ts';
import { type CheckOptions, plannedIn } from './check-content.ts';
import { chosenFiles } from './chosen-files.ts';
import { plainText } from '../../document/plain-text.ts';
import { type Edit, splice } from '../../document/write/splice.ts';
import { touches } from '../language/find-in.ts';
import type { Page, Place } from '../reading/page.ts';
import { openLibrary, readPages } from '../reading/read-library.ts';
import type { Fault } from '../rule.ts';
import { pageRules } from './report-on-page.ts';

/** One line that changes. */
export interface FixedLine {
  line: number;
  before: string;
  after: string;
}

/** A file with its safe faults mended. */
export interface FixedFile {
  /** The absolute path. */
  file: string;
  before: string;
  after: string;
  changes: FixedLine[];
}

/**
 * Mends what can be mended without changing what a text says: macrons, dates, times and dashes,
 * never within quotations, links, code or names on the list of exceptions. Nothing is written.
 */
export async function fixContent(options: CheckOptions): Promise<FixedFile[]> {
  const library = await openLibrary(options.folder, plannedIn(options));
  const files = chosenFiles(library, options.files);
  const fixed: FixedFile[] = [];
  for await (const page of readPages(library)) {
    if (!files.has(page.file)) continue;
    const own = pageRules.flatMap((rule) =>
      Array.from(rule.check(page, library)).flatMap((fault) => editOf(rule.id, fault) ?? []),
    );
    if (own.length === 0) continue;
    const before = await readFile(page.file, 'utf8');
    const after = splice(before, own);
    const changes = changedLines(page.source, plainText(after));
    fixed.push({ file: page.file, before, after, changes });
  }
  return fixed;
}

const places = new WeakMap<Page['links'], Place[]>();

/** Where the links of a page stand, as one and the same array each time. */
function placesOf(links: Page['links']): readonly Place[] {
  const known = places.get(links) ?? links.map(({ place }) => place);
  places.set(links, known);
  return known;
}

/**
 * The edit that mends a fault, where it may be made: nothing in a link, and nothing acknowledged. It is
 * put in as it is, since a fix is a word, a date, a time or a dash: nothing in it means anything to
 * Markdown or YAML, and it takes the place of another such.
 */
function editOf(rule: string, { at, fix }: Fault): Edit | undefined {
  const { page, from, to } = at;
  if (fix === undefined || acknowledged(at, rule)) return undefined;
  if (touches({ from, to }, placesOf(page.links))) return undefined;
  return { from, to, text: fix };
}

/** The changes of a file, line by line, as a patch shows them. */
export function describeFix({ file, changes }: FixedFile): string {
  const path = relative(process.cwd(), file);
  return [
    path.startsWith('..') ? file : path,
    ...changes.flatMap(({ line, before, after }) => [
      `  @@ line ${line}`,
      `  - ${before}`,
      `  + ${after}`,
    ]),
    '',
  ].join('\n');
}

/** No edit takes or adds a line. */
function changedLines(before: string, after: string): FixedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.flatMap((line, index) => {
    const changed = now[index] ?? '';
    return line === changed ? [] : [{ line: index + 1, before: line, after: changed }];
  });
}
