import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseOf, makeFrom, testServer } from './open-test-store.ts';

/* Backups of a test's store, embedded or in PostgreSQL: what an administrator keeps and puts back. */

const kept = (data: string, name: string) => join(data, `panui.db.${name}`);

/** Keeps a copy of the store of a folder as it is now, in place of an earlier one of that name. */
export function keepStore(data: string, name: string): void {
  if (testServer() !== undefined) {
    makeFrom(databaseOf(data), databaseOf(kept(data, name)));
    return;
  }
  rmSync(kept(data, name), { force: true });
  const database = new DatabaseSync(join(data, 'panui.db'));
  database.exec(`VACUUM INTO '${kept(data, name)}'`);
  database.close();
}

/** Puts a kept copy in the place of the store, which nobody has open. */
export function putStoreBack(data: string, name: string): void {
  if (testServer() !== undefined) {
    makeFrom(databaseOf(kept(data, name)), databaseOf(data));
    return;
  }
  const file = join(data, 'panui.db');
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(kept(data, name), file);
}

/** Puts the whole folder, as it was kept, into another one, with its store. */
export function copyFolder(data: string, to: string): void {
  cpSync(data, to, { recursive: true });
  if (testServer() !== undefined) makeFrom(databaseOf(data), databaseOf(to));
}
