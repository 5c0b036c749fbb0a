import { resolve } from 'node:path';
import { BadInput } from '../problem.ts';
import { acknowledge } from './acknowledge.ts';
import type { CheckReport, Finding } from './finding.ts';
import { locate } from './locate.ts';
import type { Library, Page } from './page.ts';
import { problemFindings } from './problem-findings.ts';
import { readLibrary } from './read-library.ts';
import type { Fault, Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

export interface CheckOptions {
  /** The content folder. */
  folder: string;
  for: 'draft' | 'send';
  /** The files to report on; left out, all of them. They are compared with all the others. */
  files?: readonly string[];
  /** Where the last build left its bulletins, to check them too. */
  out?: string;
  /** The day the edition is to be sent, YYYY-MM-DD, where that is not its date. */
  sendDay?: string;
}

/**
 * Holds the documents of a content folder against every rule. Dates are compared with the date of
 * an edition, or the day it is to be sent, and never with the clock.
 * @throws {BadInput} where there is no such folder or file
 */
export async function checkContent(options: CheckOptions): Promise<CheckReport> {
  const library = await readLibrary(options.folder, options.sendDay, options.out);
  return checkLibrary(library, options);
}

/** As `checkContent`, for a library that has been read. */
export function checkLibrary(
  library: Library,
  options: Pick<CheckOptions, 'for' | 'files'>,
  rules: readonly Rule[] = allRules,
): CheckReport {
  const pages = chosenPages(library, options.files);
  const placeholders: Finding[] = [];
  const found: Finding[] = [];
  for (const { rule, fault } of faultsOf(library, pages, rules)) {
    const counts = options.for === 'draft' && rule.placeholder === true;
    (counts ? placeholders : found).push(toFinding(rule, fault));
  }
  const files = new Set(pages.map(({ file }) => file));
  found.push(...problemFindings(library, files, [...found, ...placeholders]));
  const { standing, acknowledged } = acknowledge(pages, found, rules);
  return {
    for: options.for,
    documents: pages.length,
    words: pages.reduce((sum, page) => sum + countWords(page), 0),
    findings: inOrder(standing),
    acknowledged: inOrder(acknowledged),
    placeholders: placeholders.length,
  };
}

/** Every fault that the rules find, rule by rule. */
export function* faultsOf(
  library: Library,
  pages: readonly Page[],
  rules: readonly Rule[],
): Generator<{ rule: Rule; fault: Fault }> {
  const wanted = new Set(pages);
  for (const rule of rules) {
    if ('checkAll' in rule) {
      for (const fault of rule.checkAll(library))
        if (wanted.has(fault.at.page)) yield { rule, fault };
    } else {
      for (const page of pages)
        for (const fault of rule.check(page, library)) yield { rule, fault };
    }
  }
}

/** The pages to report on. */
export function chosenPages(
  { pages, problems }: Library,
  files?: readonly string[],
): readonly Page[] {
  if (files === undefined || files.length === 0) return pages;
  const wanted = files.map((file) => resolve(file));
  const known = new Set([...pages, ...problems].map(({ file }) => file));
  const missing = wanted.filter((file) => !known.has(file));
  if (missing.length > 0) {
    throw new BadInput(
      missing.map((file) => ({
        file,
        expected: 'a document of the content folder',
        found: 'no such document',
        remedy: 'Name a file of the content folder, or none to check all of them.',
      })),
    );
  }
  const own = pages.filter(({ file }) => wanted.includes(file));
  return [...own, ...unreadable(wanted, own)];
}

/** A file that is no text is a page without words, so that what is wrong with it is reported. */
const unreadable = (wanted: readonly string[], pages: readonly Page[]): Page[] =>
  wanted
    .filter((file) => !pages.some((page) => page.file === file))
    .map((file) => ({
      file,
      kind: 'other',
      id: '',
      source: '',
      passages: [],
      links: [],
      blocks: [],
      lists: [],
      field: () => undefined,
    }));

/** A fault with its place in words that people and programs read. */
export function toFinding(
  rule: Pick<Rule, 'id' | 'severity'>,
  { at, message, suggestion, fix, severity }: Fault,
): Finding {
  const { page, from, to } = at;
  const { source } = page;
  const end = source.indexOf('\n', from);
  const start = source.lastIndexOf('\n', from - 1) + 1;
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    file: page.file,
    ...locate(at),
    words: source.slice(from, Math.min(to, from + 300)),
    message,
    ...(suggestion !== undefined && { suggestion }),
    text: source.slice(from === 0 ? 0 : start, end < 0 ? source.length : end).slice(0, 2000),
    fixable: fix !== undefined,
  };
}

const inOrder = (findings: readonly Finding[]) =>
  findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How many words a reader of a page gets. */
export const countWords = ({ passages }: Page) =>
  passages.reduce(
    (sum, { text }) => sum + (text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu)?.length ?? 0),
    0,
  );
