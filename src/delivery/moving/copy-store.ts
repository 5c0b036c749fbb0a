import { insertRows } from '../store/insert-rows.ts';
import type { Store } from '../store/store.ts';
import { readTable } from './read-table.ts';
import { storeTables } from './store-tables.ts';
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
    for (const rows of readTable(from, table)) insertRows(to, table.name, rows);
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
