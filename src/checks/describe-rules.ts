import type { Example, Rule, Severity } from './rule.ts';
import { rules } from './rules.ts';

/** What an author is told of a rule. */
export interface RuleEntry {
  id: string;
  severity: Severity;
  why: string;
  /** A short text that fails, where an example is no more than that. */
  failing?: string;
  passing?: string;
  /** The words at fault in it. */
  finds: readonly string[];
}

/** Every rule for the authors' guide, those that matter most first. */
export const ruleEntries = (list: readonly Rule[] = rules): RuleEntry[] =>
  list.map(({ id, severity, why, failing, passing }) => ({
    id,
    severity,
    why,
    finds: failing.finds,
    ...textOf('failing', failing.example),
    ...textOf('passing', passing),
  }));

const textOf = (key: 'failing' | 'passing', example: Example) =>
  typeof example === 'string' ? { [key]: example } : {};

const headings: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors: nothing goes out until they are mended'],
  ['warning', 'Warnings: mend them, or acknowledge them with a reason'],
  ['advice', 'Advice: think about it'],
];

/** The rules as text, by how much they weigh, each with the reason for it. */
export function describeRules(list: readonly Rule[] = rules): string {
  return headings
    .map(([wanted, heading]) => {
      const own = list.filter(({ severity }) => severity === wanted);
      return [heading, ...own.map(({ id, why }) => `  ${id}\n      ${why}`)].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}
