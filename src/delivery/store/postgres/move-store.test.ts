import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { addPeople, emptyFolder } from '../../../testing/sending/test-run.ts';
import { moveStore } from '../../moving/move-store.ts';
import { tableSums } from '../../moving/table-sums.ts';
import { signOfCarrier } from '../../ledger/sign-of-life.ts';
import { openEmbedded } from '../open-embedded.ts';
import { openStore } from '../open-store.ts';
import { beginThread } from './ask-thread.ts';
import { postgresStore } from './postgres-store.ts';

const server = inject('postgres');
const now = new Date('2026-05-08T09:00:00+12:00');

/** An empty database of this name. */
function freshDatabase(name: string): string {
  const admin = postgresStore(beginThread(server, 'write'), 'for tests');
  admin.script(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  admin.script(`CREATE DATABASE ${name}`);
  admin.close();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

it('moves a store, puts it aside, and lets nobody go on with what was', () => {
  const databaseUrl = freshDatabase('moved_here');
  const data = emptyFolder();
  const before = openEmbedded(data);
  addPeople(before, 3);
  const sums = tableSums(before);
  before.close();
  expect(moveStore(data, databaseUrl, now)).toEqual(sums);
  expect(existsSync(join(data, 'panui.db.moved'))).toBe(true);
  const there = openStore({ data, databaseUrl });
  expect(tableSums(there)).toEqual(sums);
  there.close();
  expect(() => openStore({ data })).toThrow('the store that was begun in this folder');
  const second = emptyFolder();
  openEmbedded(second).close();
  expect(() => moveStore(second, databaseUrl, now)).toThrow('a database that holds no store yet');
});

it('moves nothing while anything is at work with it, or has it open', () => {
  const databaseUrl = freshDatabase('not_moved');
  const data = emptyFolder();
  const other = openEmbedded(data);
  signOfCarrier(other, now);
  expect(() => moveStore(data, databaseUrl, now)).toThrow('`serve` is running');
  signOfCarrier(other, null);
  expect(() => moveStore(data, databaseUrl, now)).toThrow(
    'another program has kept the store locked',
  );
  addPeople(other, 1);
  other.close();
  expect(existsSync(join(data, 'panui.db.moved'))).toBe(false);
  expect(moveStore(data, databaseUrl, now).find(({ table }) => table === 'subscribers')?.rows).toBe(
    1,
  );
});

it('says at once that it is closed, and does not wait for an answer', () => {
  const store = postgresStore(beginThread(server, 'write'), 'for tests');
  store.script('SELECT 1');
  store.close();
  expect(() => store.script('SELECT 1')).toThrow('the connection to the database is closed');
});
