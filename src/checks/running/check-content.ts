import { parse } from 'node:path';
import type { Problem } from '../../problems/problem.ts';
import { acknowledge, type LocatedAck } from './acknowledge.ts';
import { chosenFiles } from './chosen-files.ts';
import type { CheckReport, Finding } from '../finding.ts';
import { putInOrder } from './put-in-order.ts';
import type { Library, Planned } from '../reading/page.ts';
import { refusalsElsewhere, unsaid } from './problem-findings.ts';
import { openLibrary } from '../reading/read-library.ts';
import { type PageReport, setRules } from './report-on-page.ts';
import { reportOnAll } from './report-on-all.ts';
import { type KeptChecks, reportOnChanged } from './report-on-changed.ts';
import { threadsFor } from './report-threads.ts';
import { rules } from '../rules/all-rules.ts';
import { tell } from '../to-finding.ts';

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
  /** What else keeps the content from being built, which only a build knows how to tell. */
  also?: (content: Library['content']) => Promise<readonly Problem[]>;
  /** What was read and found before, where somebody checks the same folder again and again. */
  kept?: KeptChecks;
}

/**
 * Holds the documents of a content folder against every rule, one after the other. Dates are
 * compared with the date of an edition, or the day it is to be sent, and never with the clock.
 * @throws {BadInput} where there is no such folder or file
 */
export async function checkContent(options: CheckOptions): Promise<CheckReport> {
  const { folder, out, also, kept } = options;
  return checkLibrary(
    await openLibrary(folder, plannedIn(options), out, also, kept?.gather),
    options,
  );
}

/** When the documents that are named, or the newest edition, are to be sent. */
export const plannedIn = ({ sendDay, files }: CheckOptions): Planned | undefined =>
  sendDay === undefined
    ? undefined
    : { day: sendDay, ...(files?.length && { ids: files.map((file) => parse(file).name) }) };

/**
 * As `checkContent`, for a library that has been opened.
 * @param threads how many other threads help; left out, as many as the work and the machine are worth
 */
export async function checkLibrary(
  library: Library,
  options: Pick<CheckOptions, 'for' | 'files' | 'kept'>,
  threads?: number,
): Promise<CheckReport> {
  const chosen = chosenFiles(library, options.files);
  const { drafts } = library.content;
  // Lists of lists: what is found in one page may be too much for one call.
  const said: Finding[][] = [];
  const refusals: Finding[][] = [];
  const acks = new Map<string, LocatedAck[]>();
  const read = new Set<string>();
  let words = 0;
  const compare = comparison(library);
  const say = putInOrder<PageReport | undefined>((report) => {
    if (!report) return;
    read.add(report.file);
    said.push(
      report.findings,
      // What a draft makes of others is no finding until it is one of them.
      compare(report).filter(
        ({ file }) => chosen.has(file) && (!drafts.has(report.file) || drafts.has(file)),
      ),
    );
    refusals.push(report.refusals);
    if (report.acks.length > 0) acks.set(report.file, report.acks);
    words += report.words;
  });
  const { kept } = options;
  if (kept) await reportOnChanged(library, chosen, say, kept);
  else await reportOnAll(library, chosen, say, threads ?? threadsFor(chosen.size));
  const all = options.files === undefined || options.files.length === 0;
  const elsewhere = refusalsElsewhere(library.problems, read);
  refusals.push(elsewhere.filter(({ file }) => all || chosen.has(file)));
  const findings = said.flat();
  // Whoever names a draft wants to know whether it is ready; of all others it is no business.
  const isAside = ({ file }: Finding) => all && options.for === 'send' && drafts.has(file);
  const counts = (one: Finding) =>
    placeholders.has(one.rule) && (options.for === 'draft' || isAside(one));
  const found = [...findings.filter((one) => !counts(one)), ...unsaid(refusals.flat(), findings)];
  const { unacknowledged, acknowledged } = acknowledge(acks, found, rules);
  return {
    for: options.for,
    documents: chosen.size,
    words,
    findings: inOrder(unacknowledged.filter((one) => !isAside(one))),
    inDrafts: inOrder(unacknowledged.filter(isAside)),
    acknowledged: inOrder(acknowledged),
    placeholders: findings.filter(counts).length,
  };
}

const placeholders = new Set(rules.filter((rule) => rule.placeholder).map(({ id }) => id));

/** What the rules that compare documents find, page after page. */
function comparison(library: Library): (report: PageReport) => Finding[] {
  const readers = setRules.map((rule) => ({ rule, read: rule.compare(library) }));
  return ({ notes }) =>
    readers.flatMap(({ rule, read }, index) =>
      notes[index] === undefined
        ? []
        : Array.from(read(notes[index]), (fault) => tell(rule, fault)),
    );
}

const inOrder = (findings: readonly Finding[]) =>
  findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
