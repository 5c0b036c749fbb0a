import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { acknowledged } from './acknowledge.ts';
import { chosenPages, faultsOf, type CheckOptions } from './check-content.ts';
import { readLibrary } from './read-library.ts';
import { rules } from './rules.ts';

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
  const library = await readLibrary(options.folder, options.sendDay);
  const pages = chosenPages(library, options.files);
  const edits = new Map<string, { from: number; to: number; fix: string }[]>();
  for (const { rule, fault } of faultsOf(library, pages, rules)) {
    const { at, fix } = fault;
    if (fix === undefined || acknowledged(at, rule.id)) continue;
    if (at.page.links.some(({ place }) => at.from < place.to && at.to > place.from)) continue;
    const list = edits.get(at.page.file) ?? [];
    list.push({ from: at.from, to: at.to, fix });
    edits.set(at.page.file, list);
  }
  const fixed: FixedFile[] = [];
  for (const page of pages) {
    const own = edits.get(page.file);
    if (!own) continue;
    const text = applied(page.source, own);
    const before = await readFile(page.file, 'utf8');
    const after = before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
    fixed.push({ file: page.file, before, after, changes: changedLines(page.source, text) });
  }
  return fixed;
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

/** Later edits first; of two that touch, the one that starts first counts and the other waits for the next run. */
function applied(
  source: string,
  edits: readonly { from: number; to: number; fix: string }[],
): string {
  let text = '';
  let end = 0;
  for (const { from, to, fix } of edits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < end) continue;
    text += source.slice(end, from) + fix;
    end = to;
  }
  return text + source.slice(end);
}

/** No edit takes or adds a line. */
function changedLines(before: string, after: string): FixedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.flatMap((line, index) => {
    const changed = now[index] ?? '';
    return line === changed ? [] : [{ line: index + 1, before: line, after: changed }];
  });
}
