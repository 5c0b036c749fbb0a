import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { openStore, type StorePlace } from '../../delivery/store/open-store.ts';
import { beginThread } from '../../delivery/store/postgres/ask-thread.ts';
import { postgresStore } from '../../delivery/store/postgres/postgres-store.ts';
import type { Store } from '../../delivery/store/store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that the tests of the project `postgres` use; undefined in others. */
    postgres: string;
  }
}

/** The server of the project `postgres`; undefined where stores are embedded. */
export const testServer = (): string | undefined => inject('postgres') || undefined;

/**
 * Opens the store of a test: embedded in the folder `data`, or in the project `postgres` in a database that
 * is this folder's alone.
 */
export function openTestStore(data: string): Store {
  const place = testPlace(data);
  const store = openStore(place);
  // These tests lose processes, never power: an embedded store need not wait for the disk.
  if (place.databaseUrl === undefined) store.script('PRAGMA synchronous = OFF');
  return store;
}

const made = new Set<string>();

/** Where the store of a folder of a test is, also for programs that the test starts. */
export function testPlace(data: string): StorePlace {
  const server = testServer();
  if (server === undefined) return { data };
  const name = databaseOf(data);
  if (!made.has(name)) makeFrom('panui_made', name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { data, databaseUrl: url.href };
}

/** The name of the database that belongs to a folder, or to a copy of it. */
export const databaseOf = (folder: string): string =>
  `t${createHash('sha256').update(folder).digest('hex').slice(0, 20)}`;

let admin: Store | undefined;

/** Makes a database as another one is at this moment, in place of an earlier one of that name. */
export function makeFrom(original: string, name: string): void {
  admin ??= postgresStore(beginThread(testServer() ?? '', 'write'), 'for tests');
  // A copy can only be made of a database to which nobody is connected; whoever is, connects again.
  admin.script(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = '${original}'`);
  admin.script(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  admin.script(`CREATE DATABASE ${name} TEMPLATE ${original} STRATEGY file_copy`);
  made.add(name);
}
