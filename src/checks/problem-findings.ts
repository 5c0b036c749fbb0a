import type { Finding } from './finding.ts';
import type { Problem } from '../problem.ts';
import type { Library } from './page.ts';

/** The rule id of everything that the schemas and the parser refuse. */
export const refused = 'document/refused';

/** A problem as the sentence of a finding. */
export const sayRefused = ({ expected, found }: Problem): string =>
  `Expected ${expected}; found ${found}.`;

/**
 * What the schemas and the parser refuse, as findings.
 * @param files the files to report on
 * @param found what the rules found: what one of them says better is not said twice
 */
export function problemFindings(
  { problems, pages }: Library,
  files: ReadonlySet<string>,
  found: readonly Finding[],
): Finding[] {
  const said = Map.groupBy(found, ({ file, line }) => `${file}:${line}`);
  const known = new Map(pages.map((page) => [page.file, page]));
  return problems.flatMap((problem): Finding[] => {
    const { file, line = 1, found: what, remedy } = problem;
    const page = known.get(file);
    if (page ? !files.has(file) : files.size < pages.length && !files.has(file)) return [];
    const saysIt = ({ severity, words }: Finding) =>
      severity === 'error' &&
      (what.includes(words) || (what.startsWith('a link to ') && words.includes(what.slice(10))));
    if (said.get(`${file}:${line}`)?.some(saysIt)) return [];
    const text = page?.source.split('\n', line)[line - 1] ?? '';
    return [
      {
        rule: refused,
        severity: 'error',
        file,
        line,
        ...narrowed(text, what),
        message: sayRefused(problem),
        suggestion: remedy,
        text: text.slice(0, 2000),
        fixable: false,
      },
    ];
  });
}

/** The words that were found, where the line has them as they are quoted; the whole line otherwise. */
function narrowed(text: string, what: string): { column: number; words: string } {
  const words = what.replace(/^"|"$/g, '');
  const at = words === '' ? -1 : text.indexOf(words);
  if (at >= 0) return { column: at + 1, words };
  return { column: text.length - text.trimStart().length + 1, words: text.trim().slice(0, 300) };
}
