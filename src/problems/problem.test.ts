import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadInput, describeProblems, type Problem } from './problem.ts';

const words = { expected: 'a title', found: 'nothing', remedy: 'Add one.' };

describe('problems', () => {
  it('are listed by file and line, with a count, and paths from the working folder', () => {
    const problems: Problem[] = [
      { file: resolve('content/b.mdx'), line: 2, ...words },
      { file: resolve('content/a.mdx'), line: 12, ...words },
      { file: resolve('content/a.mdx'), line: 3, ...words, found: 'two titles' },
      { file: resolve('content/a.mdx'), ...words, remedy: 'Name the file.' },
    ];
    expect(describeProblems(problems).replaceAll(sep, '/')).toMatchInlineSnapshot(`
      "content/a.mdx
        Expected a title.
        Found nothing.
        Name the file.

      content/a.mdx:3
        Expected a title.
        Found two titles.
        Add one.

      content/a.mdx:12
        Expected a title.
        Found nothing.
        Add one.

      content/b.mdx:2
        Expected a title.
        Found nothing.
        Add one.

      4 problems. Nothing was changed."
    `);
    expect(problems[0]?.line).toBe(2);
  });

  it('outside the working folder keep their path', () => {
    const file = join(resolve('..'), 'elsewhere', 'a.mdx');
    expect(describeProblems([{ file, line: 1, ...words }])).toContain(`${file}:1\n`);
  });

  it('that stop a command are its message', () => {
    const error = new BadInput([{ file: 'list.csv', ...words }]);
    expect(error.message).toBe(
      'list.csv\n  Expected a title.\n  Found nothing.\n  Add one.\n\n1 problem. Nothing was changed.',
    );
    expect(error.problems).toHaveLength(1);
    expect(error.name).toBe('BadInput');
  });
});
