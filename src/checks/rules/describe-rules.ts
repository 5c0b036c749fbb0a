import type { Example, Rule } from '../rule.ts';
import type { Severity } from '../severity.ts';
import { rules } from './all-rules.ts';

/** What an author is told of a rule. */
export interface RuleEntry {
  id: string;
  severity: Severity;
  why: string;
  /** A text that fails: the body of an edition, or named files. */
  failing: ExampleFile[];
  /** The words at fault in it. */
  finds: readonly string[];
  passing: ExampleFile[];
}

/** A text of an example; without a name it is the body of an edition. */
export interface ExampleFile {
  name?: string;
  text: string;
}

/** Every rule for the authors' guide, those that matter most first. */
export const ruleEntries = (list: readonly Rule[] = rules): RuleEntry[] =>
  list.map(({ id, severity, why, failing, passing }) => ({
    id,
    severity,
    why,
    failing: filesOf(failing.example),
    finds: failing.finds,
    passing: filesOf(passing),
  }));

/** What a build leaves is nothing that an author writes. */
const filesOf = (example: Example): ExampleFile[] =>
  typeof example === 'string'
    ? [{ text: example.trim() }]
    : Object.entries(example)
        .filter(([name]) => !name.startsWith('dist/'))
        .map(([name, text]) => ({ name, text: text.trim() }));

/** The headings under which the rules are listed, by how much they weigh. */
export const severityHeadings: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors: nothing goes out until they are mended'],
  ['warning', 'Warnings: mend them, or acknowledge them with a reason'],
  ['advice', 'Advice: think about it'],
];

/** The rules as text, by how much they weigh, each with the reason for it. */
export function describeRules(list: readonly Rule[] = rules): string {
  return severityHeadings
    .map(([wanted, heading]) => {
      const own = list.filter(({ severity }) => severity === wanted);
      return [heading, ...own.map(({ id, why }) => `  ${id}\n      ${why}`)].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}
