import { parse, resolve } from 'node:path';
import { ownCopy } from '../own-copy.ts';
import { BadInput } from '../problem.ts';
import { acknowledge, acksOn, type LocatedAck } from './acknowledge.ts';
import type { CheckReport, Finding } from './finding.ts';
import { locate } from './locate.ts';
import type { Library, Page } from './page.ts';
import { refusalsElsewhere, refusalsOf, unsaid } from './problem-findings.ts';
import { openLibrary, type Planned, readPages } from './read-library.ts';
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
  /** The day the files, or the newest edition, are to be sent, YYYY-MM-DD, where that is not its date. */
  sendDay?: string;
}

/**
 * Holds the documents of a content folder against every rule, one after the other. Dates are
 * compared with the date of an edition, or the day it is to be sent, and never with the clock.
 * @throws {BadInput} where there is no such folder or file
 */
export async function checkContent(options: CheckOptions): Promise<CheckReport> {
  return checkLibrary(await openLibrary(options.folder, plannedIn(options), options.out), options);
}

/** When the documents that are named, or the newest edition, are to be sent. */
export const plannedIn = ({ sendDay, files }: CheckOptions): Planned | undefined =>
  sendDay === undefined
    ? undefined
    : { day: sendDay, ...(files?.length && { ids: files.map((file) => parse(file).name) }) };

/** As `checkContent`, for a library that has been opened. */
export async function checkLibrary(
  library: Library,
  options: Pick<CheckOptions, 'for' | 'files'>,
  rules: readonly Rule[] = allRules,
): Promise<CheckReport> {
  const files = chosenFiles(library, options.files);
  const placeholders: Finding[] = [];
  const found: Finding[] = [];
  const acks = new Map<string, LocatedAck[]>();
  const refusals: Finding[] = [];
  const read = new Set<string>();
  let words = 0;
  for await (const { page, faults } of faultsByPage(library, rules, files)) {
    for (const { rule, fault } of faults) {
      const counts = options.for === 'draft' && rule.placeholder === true;
      (counts ? placeholders : found).push(toFinding(rule, fault));
    }
    read.add(page.file);
    if (!files.has(page.file)) continue;
    words += countWords(page);
    refusals.push(...refusalsOf(page, library.problems));
    const own = acksOn(page);
    if (own.length > 0) acks.set(page.file, own);
  }
  const all = options.files === undefined || options.files.length === 0;
  const elsewhere = refusalsElsewhere(library.problems, read);
  refusals.push(...elsewhere.filter(({ file }) => all || files.has(file)));
  found.push(...unsaid(refusals, [...found, ...placeholders]));
  const { standing, acknowledged } = acknowledge(acks, found, rules);
  return {
    for: options.for,
    documents: files.size,
    words,
    findings: inOrder(standing),
    acknowledged: inOrder(acknowledged),
    placeholders: placeholders.length,
  };
}

/** A fault and the rule that found it. */
export interface RuleFault {
  rule: Rule;
  fault: Fault;
}

/**
 * Every page in turn with what the rules find when they have read it. That may be a fault of a page
 * before it. Only faults in `files` are given; rules that compare documents read the others too.
 */
export async function* faultsByPage(
  library: Library,
  rules: readonly Rule[],
  files: ReadonlySet<string>,
): AsyncGenerator<{ page: Page; faults: RuleFault[] }> {
  const readers = rules.map((rule) => ({
    rule,
    read: 'compare' in rule ? rule.compare(library) : (page: Page) => rule.check(page, library),
    alone: !('compare' in rule),
  }));
  for await (const page of readPages(library)) {
    const faults: RuleFault[] = [];
    for (const { rule, read, alone } of readers) {
      if (alone && !files.has(page.file)) continue;
      for (const fault of read(page))
        if (files.has(fault.at.page.file)) faults.push({ rule, fault });
    }
    yield { page, faults };
  }
}

/**
 * The files to report on: those that are named, or all.
 * @throws {BadInput} naming each that is no file of the library
 */
export function chosenFiles(
  { files, problems }: Library,
  named: readonly string[] = [],
): ReadonlySet<string> {
  if (named.length === 0) return new Set(files.map(({ file }) => file));
  const wanted = named.map((file) => resolve(file));
  const known = new Set([...files, ...problems].map(({ file }) => file));
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
  return new Set(wanted);
}

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
    words: ownCopy(source.slice(from, Math.min(to, from + 300))),
    message,
    ...(suggestion !== undefined && { suggestion }),
    text: ownCopy(
      source.slice(from === 0 ? 0 : start, end < 0 ? source.length : end).slice(0, 2000),
    ),
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
