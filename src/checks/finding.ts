import type { Severity } from './severity.ts';

/** A place in a file, as people and programs read it. */
export type Spot = Pick<Finding, 'file' | 'line' | 'column' | 'words' | 'text'>;

/** One place where a rule fails, said so that anybody can mend it. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** The absolute path. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units as editors count. */
  column: number;
  /** The words at fault, as written. */
  words: string;
  /** What is wrong, as a sentence. */
  message: string;
  /** The right text, or what to do, where it is known. */
  suggestion?: string;
  /** The whole line as written, to show. */
  text: string;
  /** Whether `panui check --fix` can mend it. */
  fixable: boolean;
  /** What that puts in place of the words at fault. */
  fix?: string;
  /** Who let it stand, and why. */
  acknowledged?: { reason: string; by: string };
}

/** What checking found. */
export interface CheckReport {
  for: 'draft' | 'send';
  /** Files looked at. */
  documents: number;
  /** Words read. */
  words: number;
  /** In the order of files and lines, errors and all; placeholders left out where they may stand. */
  findings: Finding[];
  /** Warnings that somebody let stand. */
  acknowledged: Finding[];
  /** What stands in drafts, where everything was checked for sending: it keeps nothing from that. */
  inDrafts: Finding[];
  /** Placeholders that a draft may have and a sending may not. */
  placeholders: number;
}

/** How many findings are of a severity. */
export const countOf = (report: { findings: readonly Finding[] }, severity: Severity): number =>
  report.findings.filter((finding) => finding.severity === severity).length;
