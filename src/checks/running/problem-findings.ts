import type { Finding } from '../finding.ts';
import { lineAt } from '../reading/locate.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Page } from '../reading/page.ts';

/** The rule id of everything that the schemas and the parser refuse. */
export const refused = 'document/refused';

/** A problem as the sentence of a finding. */
export const sayRefused = ({ expected, found }: Problem): string =>
  `Expected ${expected}; found ${found}.`;

/** What the schemas and the parser refuse of a page. */
export const refusalsOf = (page: Page, problems: readonly Problem[]): Finding[] =>
  (byFile(problems).get(page.file) ?? []).map((problem) =>
    refusal(problem, lineOf(page, problem.line)),
  );

const files = new WeakMap<readonly Problem[], Map<string, Problem[]>>();

/** Each page asks for its own; what a library refuses is known before the first does. */
function byFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const known = files.get(problems) ?? Map.groupBy(problems, ({ file }) => file);
  files.set(problems, known);
  return known;
}

/** What they refuse that was not read as a page: a file that is no text, a folder, a list. */
export const refusalsElsewhere = (
  problems: readonly Problem[],
  read: ReadonlySet<string>,
): Finding[] =>
  problems.filter(({ file }) => !read.has(file)).map((problem) => refusal(problem, ''));

function lineOf(page: Page, line = 1): string {
  const { from, to } = lineAt(page, line);
  return page.source.slice(from, to);
}

/** Those that no rule says better at the same place. */
export function unsaid(refusals: readonly Finding[], found: readonly Finding[]): Finding[] {
  const said = Map.groupBy(found, ({ file, line }) => `${file}:${line}`);
  return refusals.filter((one) => {
    const what = whatOf(one.message);
    const saysIt = ({ severity, words }: Finding) =>
      severity === 'error' &&
      (what.includes(words) || (what.startsWith('a link to ') && words.includes(what.slice(10))));
    return said.get(`${one.file}:${one.line}`)?.some(saysIt) !== true;
  });
}

/** What was found, out of the sentence of `sayRefused`. */
const whatOf = (message: string) => message.slice(message.indexOf('; found ') + 8, -1);

function refusal(problem: Problem, text: string): Finding {
  const { file, line = 1, found, remedy } = problem;
  return {
    rule: refused,
    severity: 'error',
    file,
    line,
    ...narrowed(text, found),
    message: sayRefused(problem),
    suggestion: remedy,
    text: text.slice(0, 2000),
    fixable: false,
  };
}

/** The words that were found, where the line has them as they are quoted; the whole line otherwise. */
function narrowed(text: string, what: string): { column: number; words: string } {
  const words = what.replace(/^"|"$/g, '');
  const at = words === '' ? -1 : text.indexOf(words);
  if (at >= 0) return { column: at + 1, words };
  return { column: text.length - text.trimStart().length + 1, words: text.trim().slice(0, 300) };
}
