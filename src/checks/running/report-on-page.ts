import { acksOn, type LocatedAck } from './acknowledge.ts';
import type { Finding } from '../finding.ts';
import type { Library, Page } from '../reading/page.ts';
import { refusalsOf } from './problem-findings.ts';
import type { PageRule, SetRule } from '../rule.ts';
import { rules as allRules } from '../rules/all-rules.ts';
import { safeEdits } from './safe-edit.ts';
import { toFinding } from '../to-finding.ts';

/** What there is to say of one page, as plain data that a thread can hand to another. */
export interface PageReport {
  file: string;
  /** What the rules find that look at one page at a time. */
  findings: Finding[];
  /** What the schemas and the parser refuse. */
  refusals: Finding[];
  acks: LocatedAck[];
  /** What the rules that compare documents noted, in their order. */
  notes: unknown[];
  /** Words that a reader gets. */
  words: number;
}

/** The rules that compare documents. */
export const setRules = allRules.filter((rule): rule is SetRule => 'compare' in rule);
/** Those that look at one page at a time. */
export const pageRules = allRules.filter((rule): rule is PageRule => !('compare' in rule));

/**
 * Holds a page against every rule.
 * @param chosen whether it is to be reported on; otherwise it is only noted what others are compared with
 */
export function reportOnPage(page: Page, library: Library, chosen: boolean): PageReport {
  return {
    file: page.file,
    findings: chosen ? findingsOn(page, library, pageRules) : [],
    refusals: chosen ? refusalsOf(page, library.problems) : [],
    acks: chosen ? acksOn(page, library) : [],
    notes: setRules.map((rule) => rule.note(page)),
    words: chosen ? countWords(page) : 0,
  };
}

/** What rules find on a page. */
export function findingsOn(page: Page, library: Library, rules: readonly PageRule[]): Finding[] {
  const editOf = safeEdits(page, library);
  return rules.flatMap((rule) =>
    Array.from(rule.check(page, library), (fault) =>
      toFinding(rule, { ...fault, fix: editOf(rule.id, fault)?.text }),
    ),
  );
}

/** How many words a reader of a page gets. */
export const countWords = ({ passages }: Page): number =>
  passages.reduce(
    (sum, { text }) => sum + (text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu)?.length ?? 0),
    0,
  );
