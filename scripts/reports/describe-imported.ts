import { formatLongDate } from '../../src/dates/format.ts';
import type { Imported } from '../../src/importing/import-document.ts';
import { lostIn, type Loss } from '../../src/importing/loss/compare-facts.ts';
import { formats } from '../../src/importing/source.ts';
import { near } from './near.ts';

const program = 'npm run -s panui --';

/** What an import made, what it is sure of, what it left out and why, and what is to be done. */
export function describeImported(imported: Imported, isDry: boolean): string {
  const { notes, loss } = imported;
  const lines = [
    ...opening(imported, isDry),
    ...section(
      'Made of the words of the source',
      notes.proposals.map(
        ({ made, words, confidence, because }) =>
          `${made} of ${quoted(words)}\n    ${confidence}: ${because}`,
      ),
    ),
    ...section('The contents list and the headings', notes.contents),
    ...section('Mended', notes.mended),
    ...section(
      'Left out',
      notes.leftOut.map(({ words, links = [], why }) => {
        const what = [words === '' ? '' : quoted(words), ...links].filter((one) => one !== '');
        return `${what.join(' ')}\n    ${why}`;
      }),
    ),
    ...section('To do', notes.toDo),
    ...section(
      'LOST, so nothing was written',
      lostIn(loss).map(({ kind, what }) => `${kind}: ${what}`),
    ),
    ...(imported.written ? nextSteps(imported) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function opening({ source, file, day, written, kind, loss }: Imported, isDry: boolean): string[] {
  const done = written ? 'Made' : isDry ? 'Would make' : 'Did not make';
  return [
    `${done} ${near(file)} of ${formats[source.format]}, a draft of a ${kind.word} dated ${formatLongDate(day)}.`,
    lostIn(loss).length === 0
      ? `Nothing was lost: ${countsOf(loss)} of the source are in the draft or named below.`
      : `Of ${countsOf(loss)} some are neither in the draft nor named below.`,
  ];
}

function countsOf({ sentences, numbers, links, phones, addresses }: Loss): string {
  const many = (count: number, one: string, more: string) =>
    `${count.toLocaleString('en-NZ')} ${count === 1 ? one : more}`;
  return `${many(sentences.count, 'sentence', 'sentences')}, ${many(numbers.count, 'number', 'numbers')}, ${many(links.count, 'link', 'links')}, ${many(phones.count, 'telephone number', 'telephone numbers')} and ${many(addresses.count, 'address', 'addresses')}`;
}

const quoted = (words: string) => `“${words.replaceAll('\n', ' / ')}”`;

const section = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : ['', title, ...entries.map((entry) => `  ${entry}`)];

function nextSteps({ file }: Imported): string[] {
  const path = near(file);
  const typed = /\s/.test(path) ? `"${path}"` : path;
  return [
    '',
    'Next',
    '  Read the draft beside the source, and write over everything that says TBC.',
    `  See what else is to be mended:`,
    `      ${program} check ${typed} --for draft`,
  ];
}

/** The same for a program. */
export const reportImported = ({ source, kind, loss, ...imported }: Imported) => ({
  ...imported,
  format: source.format,
  kind: kind.word,
  loss,
});
