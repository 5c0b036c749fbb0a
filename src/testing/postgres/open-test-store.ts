import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { openStore, type StorePlace } from '../../delivery/store/open-store.ts';
import { beginThread } from '../../delivery/store/postgres/ask-thread.ts';
import { postgresStore } from '../../delivery/store/postgres/postgres-store.ts';
import type { Store } from '../../delivery/store/store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that the tests of the project `postgres` use; empty in others. */
    postgres: string;
  }
}

/** Whether the tests of this run have their stores in PostgreSQL. */
export const onPostgres = (): boolean => Boolean(inject('postgres'));

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

let admin: Store | undefined;
const made = new Map<string, string>();

/** Where the store of a folder of a test is, also for programs that the test starts. */
export function testPlace(data: string): StorePlace {
  const server = inject('postgres');
  if (!server) return { data };
  const name = `t${createHash('sha256').update(data).digest('hex').slice(0, 20)}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const databaseUrl = made.get(data) ?? url.href;
  if (!made.has(data)) {
    admin ??= postgresStore(beginThread(server, 'write'), 'for tests');
    admin.script(`CREATE DATABASE ${name} TEMPLATE panui_made STRATEGY file_copy`);
    made.set(data, databaseUrl);
  }
  return { data, databaseUrl };
}
