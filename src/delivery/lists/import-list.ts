import { basename } from 'node:path';
import { dayAt } from '../../dates/new-zealand.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import { maskAddress } from '../list-files/address.ts';
import { matchColumns, type Columns } from '../list-files/csv-columns.ts';
import { readSubscriber } from '../list-files/csv-subscriber.ts';
import { collectNos, type KeptOff } from '../suppressions/kept-off.ts';
import { mergeStage, type MergeCounts } from './merge-list.ts';
import { openStage, type Repeated, type Stage } from './stage-list.ts';
import { forgottenTest } from '../suppressions/forgotten.ts';
import { refuseByName } from '../list-files/standing-of-file.ts';
import { readCsv, type CsvRow, type Encoding } from '../list-files/read-csv.ts';
import { removeOthers } from './replace-list.ts';
import type { Store } from '../store/store.ts';

/** What an import did. */
export interface ImportReport extends MergeCounts {
  /** Of whom the file says that they are not on the list, by how: their no is kept, so no list brings them in. */
  keptOff: KeptOff;
  /** Headers of columns that a list has no place for; what stood in them was not taken in. */
  ignoredColumns: readonly string[];
  /** Rows that were left out, each with its reason; addresses are masked. */
  refused: readonly Problem[];
  /** Were on the list and are not in the file that replaces it. */
  removed: number;
  encoding: Encoding;
}

export interface ImportOptions {
  /** Takes the rest in where rows are wrong; where a row says no, keeps that. */
  skipInvalid?: boolean;
  /** Takes everybody off the list who is not in the file; `expect` says how many that must be. */
  replace?: { expect: number | undefined };
}

/**
 * Takes the people of a CSV file into a list: all of them or, if a single row is wrong, none, unless
 * `skipInvalid` says otherwise.
 * The file is read as a stream and rows wait outside the tables, so that memory does not grow and
 * other writers are held up only for the last step. Who unsubscribed from the list stays off it. A file that
 * `exportList` wrote brings the nos of the people in it along.
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
  let rows = 0;
  refuseByName(file);
  const stage = openStage(store, (row) =>
    (skipInvalid ? refused : problems).push(repeated(file, row)),
  );
  const nos = collectNos(store, { list, file, now, skipInvalid });
  const takeRow = (row: CsvRow) => {
    if (columns) {
      rows += 1;
      if (nos.take(columns, row)) return;
      const faults = stageRow(stage, file, columns, row, today, isForgotten);
      (skipInvalid ? refused : problems).push(...faults);
      return;
    }
    const matched = matchColumns(file, row.line, row.cells);
    columns = matched.columns;
    problems.push(...matched.problems);
  };
  const { problem: broken, encoding } = await readCsv(file, takeRow);
  stage.flush();
  if (broken) problems.push(broken);
  if (rows === 0 && !replace && problems.length === 0) problems.push(emptyFile(file, columns));
  if (problems.length > 0) throw new BadInput(problems.toSorted(byLine));
  const name = basename(file);
  let removed = 0;
  const counts = mergeStage(store, list, name, now, () => {
    nos.keep();
    if (replace) removed = removeOthers(store, list, name, replace.expect, now);
  });
  const ignoredColumns = columns?.ignored ?? [];
  return {
    ...counts,
    removed,
    keptOff: nos.counts,
    refused: refused.toSorted(byLine),
    encoding,
    ignoredColumns,
  };
}

function stageRow(
  stage: Stage,
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
  stage.add(subscriber, isForgotten(subscriber.address));
  return [];
}

const repeated = (file: string, { address, line, earlier }: Repeated): Problem => ({
  file,
  line,
  expected: 'each address once',
  found: `${maskAddress(address)} on line ${earlier} and again on line ${line}`,
  remedy: 'Remove one of the rows.',
});

/** In the order of the file: of some rows it shows only later that something is wrong. */
const byLine = (one: Problem, other: Problem) => (one.line ?? 0) - (other.line ?? 0);

const emptyFile = (file: string, columns: Columns | undefined): Problem => ({
  file,
  expected: 'a first line with headers and one line for each person',
  found: columns ? 'only the headers' : 'an empty file',
  remedy: 'Export the list again.',
});
