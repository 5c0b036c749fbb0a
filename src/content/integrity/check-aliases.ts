import type { Problem } from '../../problems/problem.ts';
import type { Content } from '../content.ts';

/** Reports an alias that two documents claim: a search for it could lead to only one of them first. */
export function checkAliases({ guidance, knownIssues }: Content, problems: Problem[]): void {
  const claimed = new Map<string, string>();
  for (const { data, id, file, lineOf } of [...guidance, ...knownIssues]) {
    data.aliases.forEach((alias, index) => {
      const key = alias.toLowerCase();
      const other = claimed.get(key);
      if (other !== undefined) {
        problems.push({
          file,
          line: lineOf(['aliases', index]),
          expected: 'an alias that no other document claims',
          found: `"${alias}", which ${other} claims too`,
          remedy: 'Keep it where the reader finds the answer, and remove it from the other.',
        });
      } else claimed.set(key, id);
    });
  }
}
