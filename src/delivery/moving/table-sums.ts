import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { readTable } from './read-table.ts';
import { storeTables } from './store-tables.ts';

export interface TableSum {
  table: string;
  rows: number;
  /** SHA-256 over all rows in the order of their key, in hexadecimal: the same wherever the store is. */
  hash: string;
}

/** The number and a hash of the rows of each table. */
export const tableSums = (store: Store): TableSum[] =>
  storeTables.map((table) => {
    const sum = createHash('sha256');
    let count = 0;
    for (const rows of readTable(store, table)) {
      count += rows.length;
      for (const row of rows) {
        const cells = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
        sum.update(`${JSON.stringify(cells)}\n`);
      }
    }
    return { table: table.name, rows: count, hash: sum.digest('hex') };
  });
