import type { Finding } from './finding.ts';
import type { Library } from './page.ts';

/** The rule id of everything that the schemas and the parser refuse. */
export const refused = 'document/refused';

/**
 * What the schemas and the parser refuse, as findings.
 * @param files the files to report on
 * @param found what the rules found: the same link is not reported twice
 */
export function problemFindings(
  { problems, pages }: Library,
  files: ReadonlySet<string>,
  found: readonly Finding[],
): Finding[] {
  const said = new Set(
    found
      .filter(({ rule }) => rule === 'link/placeholder' || rule === 'link/dead')
      .map(({ file, line }) => `${file}:${line}`),
  );
  const known = new Map(pages.map((page) => [page.file, page]));
  return problems.flatMap((problem): Finding[] => {
    const { file, line = 1, expected, found: what, remedy } = problem;
    const page = known.get(file);
    if (page && !files.has(file)) return [];
    if (!page && !files.has(file) && files.size > 0 && files.size < pages.length) return [];
    const aboutLink = /link/.test(expected) || what.startsWith('a link to');
    if (aboutLink && said.has(`${file}:${line}`)) return [];
    const text = page?.source.split('\n', line)[line - 1] ?? '';
    return [
      {
        rule: refused,
        severity: 'error',
        file,
        line,
        column: text.length - text.trimStart().length + 1,
        words: text.trim().slice(0, 300),
        message: `Expected ${expected}; found ${what}.`,
        suggestion: remedy,
        text: text.slice(0, 2000),
        fixable: false,
      },
    ];
  });
}
