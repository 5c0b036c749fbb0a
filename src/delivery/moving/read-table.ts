import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { StoreTable } from './store-tables.ts';

export type Row = Record<string, string | number | null>;

const rowSchema: z.ZodType<Row> = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Rows that are in memory at once. */
const page = 500;

/** Every row of a table in the order of its key, some at a time. */
export function* readTable(store: Store, { name, key, counts }: StoreTable): Generator<Row[]> {
  const columns = counts === 'rowid' ? 'rowid AS rowid, *' : '*';
  for (let after = 0; ; after += page) {
    const rows = store.rows(
      rowSchema,
      `SELECT ${columns} FROM ${name} ORDER BY ${key.join(', ')} LIMIT $page OFFSET $after`,
      { page, after },
    );
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
  }
}
