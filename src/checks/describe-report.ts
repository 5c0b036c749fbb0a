import { relative } from 'node:path';
import { countOf, type CheckReport, type Finding } from './finding.ts';

/** Findings for people, by document, each with its line; a closing count. */
export function describeReport(report: CheckReport): string {
  const byFile = Map.groupBy(report.findings, ({ file }) => file);
  const documents = [...byFile].map(([file, findings]) =>
    [near(file), ...findings.map(describeFinding)].join('\n\n'),
  );
  return `${[...documents, summary(report)].join('\n\n')}\n`;
}

function describeFinding(finding: Finding): string {
  const { line, column, severity, rule, message, suggestion, fixable } = finding;
  const { shown, marks } = excerpt(finding);
  return [
    `  ${line}:${column}  ${severity}  ${rule}`,
    ...(shown.trim() === '' ? [] : [`    | ${shown}`, `    | ${marks}`]),
    `    ${message}`,
    ...(suggestion === undefined
      ? []
      : [`    → ${suggestion}${fixable ? '  (--fix does this)' : ''}`]),
  ].join('\n');
}

/** About this much of a long line is shown around the words at fault. */
const width = 96;

function excerpt({ text, column, words }: Finding): { shown: string; marks: string } {
  const at = column - 1;
  const length = Math.max(1, Math.min(words.split('\n', 1)[0]?.length ?? 1, width));
  const start = text.length <= width || at + length <= width ? 0 : Math.max(0, at - 30);
  const before = start > 0 ? '…' : '';
  const after = start + width < text.length ? '…' : '';
  const shown = visible(before + text.slice(start, start + width) + after);
  const marked = Math.max(1, Math.min(length, width - (at - start)));
  return { shown, marks: ' '.repeat(at - start + before.length) + '^'.repeat(marked) };
}

/** Nothing in a document may steer a terminal. */
const visible = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');

function summary(report: CheckReport): string {
  const { documents, words, acknowledged, placeholders } = report;
  const counts = [
    countOfWord(countOf(report, 'error'), 'error'),
    countOfWord(countOf(report, 'warning'), 'warning'),
    `${countOf(report, 'advice')} advice`,
  ].join(', ');
  const extra = [
    acknowledged.length > 0 && `${countOfWord(acknowledged.length, 'warning')} acknowledged.`,
    placeholders > 0 && `${countOfWord(placeholders, 'placeholder')} to fill in before sending.`,
  ].filter(Boolean);
  const read = `${countOfWord(documents, 'document')}, ${words.toLocaleString('en-NZ')} words`;
  return [`${counts} in ${read}.`, ...extra].join(' ');
}

/** Findings as GitHub Actions shows them beside the lines of a pull request. */
export function githubAnnotations({ findings }: CheckReport): string {
  const level = { error: 'error', warning: 'warning', advice: 'notice' } as const;
  return findings
    .map(({ severity, file, line, column, words, rule, message, suggestion }) => {
      const end = column + (words.split('\n', 1)[0]?.length ?? 0);
      const where = `file=${property(near(file))},line=${line},col=${column},endColumn=${end},title=${property(rule)}`;
      return `::${level[severity]} ${where}::${data(suggestion === undefined ? message : `${message} → ${suggestion}`)}\n`;
    })
    .join('');
}

/* Escaping of workflow commands (GitHub Actions, "Workflow commands"). */
const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** "1 error", "2 errors". */
export const countOfWord = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

function near(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
