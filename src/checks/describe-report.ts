import { relative } from 'node:path';
import { styleText } from 'node:util';
import { countOf, type CheckReport, type Finding } from './finding.ts';

/** Findings for people, by document, each with its line; how many there are, and what to do next. */
export function describeReport(report: CheckReport): string {
  const aside = documentsOf(report.inDrafts);
  const drafts = aside.length > 0 ? [styleText('bold', asideHeading), ...aside] : [];
  return `${[...drafts, ...documentsOf(report.findings), summary(report), ...next(report)].join('\n\n')}\n`;
}

const asideHeading = 'In drafts, which keep nothing from being built or sent:';

/** Findings under the name of their document. */
function documentsOf(all: readonly Finding[]): string[] {
  return [...Map.groupBy(all, ({ file }) => file)].map(([file, findings]) => {
    const width = findings.reduce((most, one) => Math.max(most, placeOf(one).length), 0);
    return [
      `${styleText('bold', near(file))}  ${countsOf(findings)}`,
      ...findings.map((finding, index) => describeFinding(finding, findings[index - 1], width)),
    ].join('\n\n');
  });
}

const colours = { error: 'red', warning: 'yellow', advice: 'cyan' } as const;

function describeFinding(finding: Finding, before: Finding | undefined, width: number): string {
  const { severity, rule, message, suggestion, fixable } = finding;
  const margin = ' '.repeat(width + 4);
  const head = [
    placeOf(finding).padEnd(width),
    styleText(colours[severity], severity.padEnd('warning'.length)),
    message,
    styleText('dim', rule),
  ].join('  ');
  const shownBefore =
    before && placeOf(before) === placeOf(finding) && before.words === finding.words;
  const { shown, marks } = excerpt(finding);
  return [
    `  ${head}`,
    ...(shown.trim() === '' || shownBefore
      ? []
      : [`${margin}| ${shown}`, `${margin}| ${styleText(colours[severity], marks)}`]),
    ...(suggestion === undefined
      ? []
      : [`${margin}→ ${suggestion}${fixable ? '  (--fix does this)' : ''}`]),
  ].join('\n');
}

const placeOf = ({ line, column }: Finding) => `${line}:${column}`;

/** About this much of a long line is shown around the words at fault. */
const width = 96;

type Excerpt = Pick<Finding, 'text' | 'column' | 'words'>;

function excerpt({ text, column, words }: Excerpt): { shown: string; marks: string } {
  const at = column - 1;
  // Of a very long line only the start is kept.
  if (at >= text.length && at > 0) return excerpt({ text: `…${words}…`, column: 2, words });
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

/** "2 errors, 1 warning and 3 pieces of advice", those that are none left out. */
function countsOf(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => countOf({ findings }, severity);
  const parts = [
    of('error') > 0 && countOfWord(of('error'), 'error'),
    of('warning') > 0 && countOfWord(of('warning'), 'warning'),
    of('advice') > 0 && `${countOfWord(of('advice'), 'piece')} of advice`,
  ].filter((part) => part !== false);
  const last = parts.pop() ?? 'Nothing to mend';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

function summary(report: CheckReport): string {
  const { findings, documents, words, acknowledged, placeholders } = report;
  const where = report.for === 'send' ? 'in drafts' : 'to fill in before sending';
  const extra = [
    acknowledged.length > 0 && `${countOfWord(acknowledged.length, 'warning')} acknowledged.`,
    placeholders > 0 && `${countOfWord(placeholders, 'placeholder')} ${where}.`,
  ].filter(Boolean);
  const read = `${countOfWord(documents, 'document')} of ${words.toLocaleString('en-NZ')} words`;
  return [styleText('bold', `${countsOf(findings)} in ${read}.`), ...extra].join(' ');
}

/** What to do about it, where there is anything to do. */
function next(report: CheckReport): string[] {
  const { findings } = report;
  if (findings.length === 0) return [];
  const [file] = new Set(findings.map((one) => one.file));
  const only = report.documents === 1 && file !== undefined ? ` ${near(file)}` : '';
  const fixable = findings.filter((one) => one.fixable).length;
  const lines = [
    countOf(report, 'error') > 0 &&
      'Errors have to be mended before anything can be approved or sent.',
    countOf(report, 'warning') > 0 &&
      'Mend a warning, or acknowledge it in the front matter with rule, reason and by.',
    fixable > 0 &&
      `${fixable === 1 ? 'One' : fixable} can be mended for you: npm run -s panui -- check${only} --fix`,
    'Why each rule is there: npm run -s panui -- check --rules',
  ];
  return [`Next\n${lines.flatMap((line) => (line === false ? [] : `  ${line}`)).join('\n')}`];
}

/** Findings as GitHub Actions shows them beside the lines of a pull request. */
export function githubAnnotations({ findings, inDrafts }: CheckReport): string {
  const level = { error: 'error', warning: 'warning', advice: 'notice' } as const;
  const aside = inDrafts.map((one) => ({ ...one, severity: 'advice' as const }));
  return [...findings, ...aside]
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
