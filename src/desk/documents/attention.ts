import { relative, sep } from 'node:path';
import { countOf, type CheckReport } from '../../checks/finding.ts';
import type { DeskDocument } from './desk-document.ts';
import { brokenPromises } from './promises.ts';
import type { Shelf } from './look-at-content.ts';

/** Something that somebody should see to. */
export interface Matter {
  /** The document it is about, by its path in the content folder. */
  path: string;
  title: string;
  /** What is the matter, as a sentence. */
  why: string;
  /** The line it is about, where it is one. */
  line?: number | undefined;
}

/**
 * What needs attention, most urgent first: errors, what readers were promised, and what nobody has looked at for too
 * long.
 * @param report what the checks say; left out while they still run
 * @param today the day in New Zealand, YYYY-MM-DD
 */
export function mattersOf(
  shelf: Shelf,
  documents: readonly DeskDocument[],
  report: CheckReport | undefined,
  today: string,
): Matter[] {
  const { folder, content } = shelf;
  const titles = new Map(documents.map(({ path, title }) => [path, title]));
  const findings = report ? [...report.findings, ...report.inDrafts] : [];
  const withErrors = [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, all]) => {
    const errors = countOf({ findings: all }, 'error');
    const first = all.find(({ severity }) => severity === 'error');
    if (!first) return [];
    const path = relative(folder, file).replaceAll(sep, '/');
    const count = errors === 1 ? 'An error' : `${errors} errors, the first`;
    const why = `${count} on line ${first.line}: ${first.message}`;
    return { path, title: titles.get(path) ?? path, why, line: first.line };
  });
  const due = documents.filter(({ state }) => state === 'due');
  return [
    ...withErrors,
    ...brokenPromises(content, today).map(({ file, why }) => {
      const path = relative(folder, file).replaceAll(sep, '/');
      return { path, title: titles.get(path) ?? path, why };
    }),
    ...due.map(({ path, title, note, kind }) => ({
      path,
      title,
      why: kind === 'guidance' ? `Its review is overdue. ${note}` : `It is open still. ${note}`,
    })),
  ];
}
