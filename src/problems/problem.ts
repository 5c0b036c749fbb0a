import { relative } from 'node:path';

/** One thing wrong with what a person wrote, said so that they can mend it. */
export interface Problem {
  /** The file, as an absolute path or a name. */
  file: string;
  /** The line, counted from 1, where it is known. */
  line?: number | undefined;
  /** What was expected, to complete "Expected …". */
  expected: string;
  /** What was found, to complete "Found …". */
  found: string;
  /** What to do, as a sentence. */
  remedy: string;
}

/** Input that cannot be used: every problem at once. Nothing was changed. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems));
    this.name = 'BadInput';
    this.problems = problems;
  }
}

/** Every problem in the order of files and lines, with a closing count; paths relative to the working folder. */
export function describeProblems(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
  const paragraphs = sorted.map(({ file, line, expected, found, remedy }) =>
    [
      `${shorten(file)}${line === undefined ? '' : `:${line}`}`,
      `  Expected ${expected}.`,
      `  Found ${found}.`,
      `  ${remedy}`,
    ].join('\n'),
  );
  const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
  return [...paragraphs, `${count}. Nothing was changed.`].join('\n\n');
}

function shorten(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
