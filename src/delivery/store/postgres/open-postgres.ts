import { z } from 'zod';
import { BadInput } from '../../../problems/problem.ts';
import { beingListedInPostgres } from '../being-listed.ts';
import { migrations } from '../migrations.ts';
import type { Store } from '../store.ts';
import { beginThread } from './ask-thread.ts';
import { postgresStore } from './postgres-store.ts';
import { tables } from './tables.ts';

/** The oldest server that is tested with, as `server_version_num` has it. */
const oldest = 140_000;

/**
 * The tables as they came with PostgreSQL, at the version the embedded store had then; what came after it, a step
 * a version, as in `migrations`.
 */
const begun = { version: 18, tables };
const later: readonly string[] = [beingListedInPostgres];

const state = z.object({
  server: z.int(),
  hasSchema: z.int(),
  isOurs: z.int(),
  others: z.int(),
});

const lookAround = `SELECT current_setting('server_version_num')::int AS server,
  (to_regnamespace('panui') IS NOT NULL) AS "hasSchema",
  (to_regclass('panui.tables_version') IS NOT NULL) AS "isOurs",
  (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('panui')) AS others`;

/**
 * Opens the store in a PostgreSQL database, in a schema of its own called `panui`, which it makes on first use, and
 * brings its tables up to date.
 * @param url `postgres://…`; its user and password are in no message
 * @param refuseLost is asked before an empty database is taken for a new store
 * @throws {BadInput} when the server is too old, or what stands there is not ours or newer
 * @throws {DatabaseFault} when it cannot be reached
 */
export function openPostgres(url: string, refuseLost: () => void = () => undefined): Store {
  const where = describePlace(url);
  const store = postgresStore(beginThread(url, 'write'), where);
  try {
    const [found] = store.rows(state, lookAround);
    if (!found) throw new Error('the database does not say what it is');
    if (found.server < oldest) throw tooOld(where, found.server);
    if (!found.isOurs && found.others > 0) throw notOurs(where);
    if (!found.isOurs) {
      refuseLost();
      // An administrator may have made it for a user who may make none.
      if (!found.hasSchema) store.script('CREATE SCHEMA IF NOT EXISTS panui');
      store.transaction(() => makeTables(store));
    }
    bringUpToDate(store, where);
    store.expectVersion(migrations.length);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/**
 * The same for reading alone.
 * @throws {Error} when it has not the tables of this version
 */
export function openPostgresForReading(url: string): Store {
  const store = postgresStore(beginThread(url, 'read'), describePlace(url));
  try {
    if (store.version() === migrations.length) return store;
  } catch (error) {
    store.close();
    throw error;
  }
  store.close();
  throw new Error('the store has the tables of another version; start the program again');
}

/** The server and the database of an address, without user and password. */
export function describePlace(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'this machine';
  return `${decodeURIComponent(pathname.slice(1)) || '(no name)'} at ${host}${port ? `:${port}` : ''}`;
}

function makeTables(store: Store): void {
  // Another first command may have made them meanwhile.
  if (store.rows(state, lookAround)[0]?.isOurs) return;
  store.script(`CREATE TABLE tables_version (version bigint NOT NULL);
    INSERT INTO tables_version VALUES (${begun.version});
    ${begun.tables}`);
}

function bringUpToDate(store: Store, where: string): void {
  const version = store.version();
  if (version === migrations.length) return;
  if (version > migrations.length) throw newer(where);
  store.transaction(() => {
    for (const step of later.slice(store.version() - begun.version)) store.script(step);
    store.change(`UPDATE tables_version SET version = ${migrations.length}`);
  });
}

const refusal = (where: string, expected: string, found: string, remedy: string) =>
  new BadInput([{ file: `the database ${where}`, expected, found, remedy }]);

const tooOld = (where: string, server: number) =>
  refusal(
    where,
    'PostgreSQL 14 or later',
    `version ${Math.floor(server / 10_000)}`,
    'Upgrade the server, or name another in PANUI_DATABASE_URL.',
  );

const notOurs = (where: string) =>
  refusal(
    where,
    'an empty database, or one with the store of Pānui in its schema "panui"',
    'a schema "panui" with other tables',
    'Name another database in PANUI_DATABASE_URL; nothing in this one was changed.',
  );

const newer = (where: string) =>
  refusal(
    where,
    'the store of this version of Pānui',
    'the store of a newer version',
    'Run the newer version of Pānui on every machine; nothing was changed.',
  );
