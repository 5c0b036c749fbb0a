import { basename } from 'node:path';
import { dayAt } from '../dates/new-zealand.ts';
import { BadInput, type Problem } from '../problem.ts';
import type { Audience } from '../site.ts';
import { maskAddress } from './address.ts';
import { matchColumns, type Columns } from './csv-columns.ts';
import { readSubscriber } from './csv-subscriber.ts';
import { mergeStage, openStage, stage, type MergeCounts } from './merge-list.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import type { Store } from './store.ts';

/** What an import did. */
export interface ImportReport extends MergeCounts {
  /** Headers of columns that a list has no place for; what stood in them was not taken in. */
  ignoredColumns: readonly string[];
}

/**
 * Takes the people of a CSV file into a list: all of them or, if a single row is wrong, none.
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
): Promise<ImportReport> {
  const problems: Problem[] = [];
  let columns: Columns | undefined;
  openStage(store);
  const takeRow = (row: CsvRow) => {
    if (columns) {
      problems.push(...stageRow(store, file, columns, row, dayAt(now)));
      return;
    }
    const matched = matchColumns(file, row.line, row.cells);
    columns = matched.columns;
    problems.push(...matched.problems);
  };
  const broken = await readCsv(file, takeRow);
  if (broken) problems.push(broken);
  if (!columns && !broken) problems.push(emptyFile(file));
  if (problems.length > 0) throw new BadInput(problems);
  const counts = mergeStage(store, list, basename(file), now);
  return { ...counts, ignoredColumns: columns?.ignored ?? [] };
}

function stageRow(store: Store, file: string, columns: Columns, row: CsvRow, today: string) {
  // Without an email column every row would be refused; the header's own problem says enough.
  if (!columns.positions.has('email')) return [];
  const { subscriber, problems } = readSubscriber(file, columns, row, today);
  if (!subscriber) return problems;
  const earlier = stage(store, subscriber);
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
