import type { Store, Values } from '../store/store.ts';
import { readTable, type Row } from './read-table.ts';
import { storeTables, type StoreTable } from './store-tables.ts';
import { tableSums, type TableSum } from './table-sums.ts';

/**
 * Carries every row of a store, as it is at this moment, over into another one that holds nothing yet, in one
 * transaction, and holds both against each other, count by count and hash by hash.
 * @throws {Error} where they differ; nothing of it stays
 */
export const copyStore = (from: Store, to: Store): TableSum[] =>
  from.snapshot(() => to.transaction(() => copyRows(from, to)));

function copyRows(from: Store, to: Store): TableSum[] {
  for (const table of storeTables) {
    // A new store has its one pace and its one carrier already.
    to.change(`DELETE FROM ${table.name}`);
    for (const rows of readTable(from, table)) insert(to, table, rows);
    if (table.counts) to.countOn(table.name, table.counts);
  }
  const before = tableSums(from);
  const after = new Map(tableSums(to).map((sum) => [sum.table, sum]));
  const differing = before.filter(({ table, rows, hash }) => {
    const other = after.get(table);
    return other?.rows !== rows || other.hash !== hash;
  });
  if (differing.length > 0) {
    const names = differing.map(({ table }) => table).join(', ');
    throw new Error(`the copy differs in ${names}; nothing was kept of it`);
  }
  return before;
}

/* So many rows to a statement; the widest table has 21 columns, and SQLite takes 32,766 values. */
const atOnce = 100;

function insert(to: Store, { name }: StoreTable, rows: readonly Row[]): void {
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const columns = Object.keys(some[0] ?? {});
    const values: Values = {};
    const lines = some.map((row, line) => {
      const names = columns.map((column, cell) => {
        const value = `v${line}_${cell}`;
        values[value] = row[column] ?? null;
        return `$${value}`;
      });
      return `(${names.join(', ')})`;
    });
    to.change(`INSERT INTO ${name} (${columns.join(', ')}) VALUES ${lines.join(', ')}`, values);
  }
}
