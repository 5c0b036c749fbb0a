import { line as lineSchema } from '../../schemas/fields.ts';
import { firstHidden } from '../../schemas/text/hidden-characters.ts';
import type { Problem } from '../../problems/problem.ts';
import { maskAddress, normaliseAddress } from './address.ts';
import type { Columns, Field } from './csv-columns.ts';
import type { CsvRow } from './read-csv.ts';
import { encodedWord } from '../../schemas/text/encoded-word.ts';
import { readDay } from './read-day.ts';
import { objection, quoted, saidAbout } from './said-about.ts';

/** One row of a list, ready for the store; an empty text says nothing about a field. */
export interface CsvSubscriber {
  line: number;
  address: string;
  name: string;
  organisation: string;
  region: string;
  /** On what ground they may be written to: express, inferred or deemed consent (UEM Act 2007, s 4). */
  consent: string;
  source: string;
  /** The day of the consent, as 2026-05-08. */
  date: string;
  /** Of an export: the token in links that went out. */
  token: string;
}

/**
 * One row of a list as a subscriber, or everything that is wrong with it.
 * @param today the day in New Zealand; nobody can have agreed after it
 */
export function readSubscriber(
  file: string,
  columns: Columns,
  row: CsvRow,
  today: string,
): { subscriber?: CsvSubscriber; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (expected: string, found: string, remedy: string) => {
    problems.push({ file, line: row.line, expected, found, remedy });
    return '';
  };
  // An apostrophe before these signs only keeps a spreadsheet from running the cell as a formula.
  const cell = (field: Field) =>
    (row.cells[columns.positions.get(field) ?? -1] ?? '').replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
  if (row.cells.slice(columns.width).some((text) => text.trim() !== '')) {
    refuse(
      `${columns.width} cells, as many as there are headers`,
      `${row.cells.length} cells`,
      'Put quotation marks around a cell that contains a comma or semicolon.',
    );
    return { problems };
  }
  const text = (field: Field) => {
    const value = cell(field).trim();
    const fault = value === '' ? undefined : faultOf(value);
    if (fault === undefined) return value.normalize('NFC');
    const label = field === 'familyName' ? 'family name' : field;
    return refuse(`one line of text as the ${label}`, fault.found, fault.remedy);
  };
  const address = normaliseAddress(cell('email'));
  if (!address.ok) {
    const shown = cell('email').trim() === '' ? '' : `${maskAddress(cell('email'))} with `;
    refuse(
      'an email address',
      `${shown}${address.reason}`,
      'Correct the address or remove the row.',
    );
  }
  const date = readDay(cell('date').trim());
  if (date === undefined || date > today) {
    refuse(
      `a day of consent written 2026-05-08 or 8/05/2026, not after today (${today})`,
      date ?? quoted(cell('date')),
      'Correct the date.',
    );
  }
  for (const one of saidAbout(columns.consent, row.cells).flatMap(objection)) {
    refuse(one.expected, one.found, one.remedy);
  }
  const subscriber = {
    line: row.line,
    address: address.ok ? address.address : '',
    name: `${text('name')} ${text('familyName')}`.trim(),
    organisation: text('organisation'),
    region: text('region'),
    consent: text('consent'),
    source: text('source'),
    date: date ?? '',
    token: cell('token').trim(),
  };
  return problems.length > 0 ? { problems } : { subscriber, problems };
}

const longest = 200;

function faultOf(value: string): { found: string; remedy: string } | undefined {
  if (value.includes('\uFFFD')) {
    return {
      found: 'letters that are not in UTF-8',
      remedy: 'In the spreadsheet, save the file as "CSV UTF-8", then import that file.',
    };
  }
  const hidden = firstHidden(value);
  if (hidden !== undefined) {
    return {
      found: `a character that nobody sees: ${hidden}`,
      remedy: 'Type the words again, or paste them as plain text.',
    };
  }
  if (!lineSchema.safeParse(value).success) {
    return {
      found: 'a line break or another control character in it',
      remedy: 'Write it on one line.',
    };
  }
  if (encodedWord.test(value)) {
    return {
      found: 'an encoded word, which mail programs read as other letters (RFC 2047)',
      remedy: 'Write it as people read it.',
    };
  }
  if (value.length > longest) {
    return { found: `${value.length} characters`, remedy: `Shorten it to ${longest} characters.` };
  }
  return undefined;
}
