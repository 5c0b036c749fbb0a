import { basename } from 'node:path';
import { dayAt } from '../../dates/new-zealand.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import { maskAddress } from './address.ts';
import { matchColumns, type Columns } from './csv-columns.ts';
import { readSubscriber } from './csv-subscriber.ts';
import { mergeStage, openStage, stage, type MergeCounts } from './merge-list.ts';
import { forgottenTest } from './forgotten.ts';
import { readCsv, type CsvRow, type Encoding } from './read-csv.ts';
import { removeOthers } from './replace-list.ts';
import type { Store } from '../store/store.ts';

/** What an import did. */
export interface ImportReport extends MergeCounts {
  /** Headers of columns that a list has no place for; what stood in them was not taken in. */
  ignoredColumns: readonly string[];
  /** Rows that were left out, each with its reason; addresses are masked. */
  refused: readonly Problem[];
  /** Were on the list and are not in the file that replaces it. */
  removed: number;
  encoding: Encoding;
}

export interface ImportOptions {
  /** Takes the rest in where rows are wrong. */
  skipInvalid?: boolean;
  /** Takes everybody off the list who is not in the file; `expect` says how many that must be. */
  replace?: { expect: number | undefined };
}

/**
 * Takes the people of a CSV file into a list: all of them or, if a single row is wrong, none, unless
 * `skipInvalid` says otherwise.
 * The file is read as a stream and rows wait outside the tables, so that memory does not grow and
 * other writers are held up only for the last step. Who unsubscribed from the list stays off it.
 * @param now the moment that is kept as the time of the change
 * @throws {BadInput} naming every row at fault; addresses are masked
 */
export async function importList(
  store: Store,
  list: Audience,
  file: string,
  now: Date,
  { skipInvalid = false, replace }: ImportOptions = {},
): Promise<ImportReport> {
  const problems: Problem[] = [];
  const refused: Problem[] = [];
  const isForgotten = forgottenTest(store);
  const today = dayAt(now);
  let columns: Columns | undefined;
  openStage(store);
  const takeRow = (row: CsvRow) => {
    if (columns) {
      const faults = stageRow(store, file, columns, row, today, isForgotten);
      (skipInvalid ? refused : problems).push(...faults);
      return;
    }
    const matched = matchColumns(file, row.line, row.cells);
    columns = matched.columns;
    problems.push(...matched.problems);
  };
  const { problem: broken, encoding } = await readCsv(file, takeRow);
  if (broken) problems.push(broken);
  if (!columns && !broken) problems.push(emptyFile(file));
  if (problems.length > 0) throw new BadInput(problems);
  const name = basename(file);
  let removed = 0;
  const counts = mergeStage(store, list, name, now, () => {
    if (replace) removed = removeOthers(store, list, name, replace.expect, now);
  });
  return { ...counts, removed, refused, encoding, ignoredColumns: columns?.ignored ?? [] };
}

function stageRow(
  store: Store,
  file: string,
  columns: Columns,
  row: CsvRow,
  today: string,
  isForgotten: (address: string) => boolean,
) {
  // Without an email column every row would be refused; the header's own problem says enough.
  if (!columns.positions.has('email')) return [];
  const { subscriber, problems } = readSubscriber(file, columns, row, today);
  if (!subscriber) return problems;
  const earlier = stage(store, subscriber, isForgotten(subscriber.address));
  if (earlier === undefined) return [];
  const found = `${maskAddress(subscriber.address)} on line ${earlier} and again on line ${row.line}`;
  return [
    {
      file,
      line: row.line,
      expected: 'each address once',
      found,
      remedy: 'Remove one of the rows.',
    },
  ];
}

const emptyFile = (file: string): Problem => ({
  file,
  expected: 'a first line with headers and one line for each person',
  found: 'an empty file',
  remedy: 'Export the list again.',
});
