import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { type CheckOptions, plannedIn } from './check-content.ts';
import { chosenFiles } from './chosen-files.ts';
import { plainText } from '../../document/plain-text.ts';
import { splice } from '../../document/write/splice.ts';
import { openLibrary, readPages } from '../reading/read-library.ts';
import { keepsMeaning } from '../reading/keeps-meaning.ts';
import { pageRules } from './report-on-page.ts';
import { safeEdits } from './safe-edit.ts';

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
 * never within quotations, links, code or names on the list of exceptions, and nowhere near an error
 * (`safeEdits`). The document means the same after it (`keepsMeaning`). Nothing is written.
 */
export async function fixContent(options: CheckOptions): Promise<FixedFile[]> {
  const library = await openLibrary(options.folder, plannedIn(options));
  const files = chosenFiles(library, options.files);
  const fixed: FixedFile[] = [];
  for await (const page of readPages(library)) {
    if (!files.has(page.file)) continue;
    const editOf = safeEdits(page, library);
    const own = pageRules.flatMap((rule) =>
      Array.from(rule.check(page, library)).flatMap((fault) => editOf(rule.id, fault) ?? []),
    );
    if (own.length === 0) continue;
    const before = await readFile(page.file, 'utf8');
    // Whoever saves it meanwhile moves every place.
    if (plainText(before) !== page.source) continue;
    const after = splice(before, keepsMeaning(before, page.kind, own));
    if (after === before) continue;
    const changes = changedLines(page.source, plainText(after));
    fixed.push({ file: page.file, before, after, changes });
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

/** No edit takes or adds a line. */
function changedLines(before: string, after: string): FixedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.flatMap((line, index) => {
    const changed = now[index] ?? '';
    return line === changed ? [] : [{ line: index + 1, before: line, after: changed }];
  });
}
