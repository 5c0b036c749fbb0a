import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { BadInput } from '../../problems/problem.ts';
import { openEmbedded, openEmbeddedForReading } from './open-embedded.ts';
import { describePlace, openPostgres, openPostgresForReading } from './postgres/open-postgres.ts';
import { findTraces, lostStore } from './store-begun.ts';
import type { Store } from './store.ts';

/** Where a store is: in a folder, or with `databaseUrl` in a PostgreSQL database; journal and records stand in the folder. */
export interface StorePlace {
  data: string;
  databaseUrl?: string | undefined;
}

/**
 * Opens the store of subscribers and dispatches, making it on first use, and brings its tables up to date.
 * @throws {BadInput} when what is there is not a store of this version, or a store was begun and is gone
 * @throws {Error} when a database cannot be reached
 */
export function openStore({ data, databaseUrl }: StorePlace): Store {
  if (databaseUrl === undefined) return openEmbedded(data);
  makeFolder(data, { expected: 'a folder for journal and records', setting: 'PANUI_DATA' });
  return openPostgres(databaseUrl, () => refuseOther(data, databaseUrl));
}

/**
 * The same for reading alone, which waits for no writer.
 * @throws {Error} when it cannot be opened, or has not the tables of this version
 */
export const openForReading = ({ data, databaseUrl }: StorePlace): Store =>
  databaseUrl === undefined ? openEmbeddedForReading(data) : openPostgresForReading(databaseUrl);

/** An empty database beside a store, or traces of one, is no new beginning: whoever said no there would be forgotten. */
function refuseOther(data: string, databaseUrl: string): void {
  const where = `the database ${describePlace(databaseUrl)}`;
  const file = join(data, 'panui.db');
  if (existsSync(file)) throw notMoved(where, file);
  const { found } = findTraces(data);
  if (found !== undefined) throw lostStore(where, 'a database without tables', found);
}

const notMoved = (where: string, file: string) =>
  new BadInput([
    {
      file: where,
      expected: 'the store that this folder already has',
      found: `a database without tables, and ${file}`,
      remedy:
        'Carry it over with `npm run -s panui -- store move --to postgres://…`, or leave PANUI_DATABASE_URL away.',
    },
  ]);
