import { z } from 'zod';
import { migrations } from './migrations.ts';
import { lostStore, type Traces } from './store-begun.ts';
import type { Store } from './store.ts';

/** A database that this program must not touch; the message says whose it is. */
export class OtherStore extends Error {}

/** Whether the tables are those of this version, as they have to be for who only reads. */
export const isUpToDate = (store: Store): boolean => store.version() === migrations.length;

/** Refuses what is no store of ours, before a byte of it changes. */
export function expectOwn(store: Store, file: string, { found }: Traces): void {
  if (store.version() > 0) return;
  const tables = store.rows(z.unknown(), 'SELECT 1 FROM sqlite_schema LIMIT 1');
  // Another first command may have made them since its version was read.
  if (tables.length > 0 && store.version() === 0)
    throw new OtherStore('the database of another program');
  if (found !== undefined) throw lostStore(file, 'a database without tables', found);
}

/** Brings the tables of a store up to date, in one transaction; where they are, it waits for no writer. */
export function migrate(store: Store): void {
  if (isUpToDate(store)) return;
  store.transaction(() => {
    const version = store.version();
    if (version > migrations.length) throw new OtherStore('the store of a newer version');
    for (const step of migrations.slice(version)) store.script(step);
    store.script(`PRAGMA user_version = ${migrations.length}`);
  });
}
