import type { Store, Values } from './store.ts';

/* So many rows to a statement; the widest table has 21 columns, and SQLite takes 32,766 values. */
const atOnce = 100;

/**
 * Puts rows into a table, many with one statement: over a network each statement takes its time.
 * @param rows all with the same columns
 * @param end of the statement, such as what happens where a row is there already
 * @returns how many are new
 */
export function insertRows(store: Store, table: string, rows: readonly Values[], end = ''): number {
  let added = 0;
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
    added += store.change(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${lines.join(', ')} ${end}`,
      values,
    );
  }
  return added;
}

/** Gathers rows one by one and hands them over many at a time; `flush` hands over what is left. */
export function inBatches<Row>(handOver: (rows: readonly Row[]) => void) {
  let waiting: Row[] = [];
  const flush = () => {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) handOver(rows);
  };
  return {
    add: (row: Row) => {
      waiting.push(row);
      if (waiting.length >= atOnce) flush();
    },
    flush,
  };
}
