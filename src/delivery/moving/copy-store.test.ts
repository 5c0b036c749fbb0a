import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import {
  addPeople,
  emptyFolder,
  frozenDispatch,
  testClock,
  testRun,
} from '../../testing/sending/test-run.ts';
import { approve } from '../approval/approval.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { runDispatch } from '../dispatch/run-dispatch.ts';
import { signOfCarrier } from '../ledger/sign-of-life.ts';
import { suppressPerson } from '../suppressions/suppress.ts';
import { openEmbedded } from '../store/open-embedded.ts';
import type { Store } from '../store/store.ts';
import { atWork } from './at-work.ts';
import { backupStore } from './backup-store.ts';
import { copyStore } from './copy-store.ts';
import { tableSums } from './table-sums.ts';

afterEach(() => vi.unstubAllGlobals());

const clock = testClock();

/** A store in which something of everything has happened. */
async function storeInUse() {
  const data = emptyFolder();
  const store = openEmbedded(data);
  const provider = fakeProvider({ now: () => clock.now().getTime() });
  vi.stubGlobal('fetch', fakeFetch(provider));
  const dispatch = await frozenDispatch(store, 30, clock.now(), 7);
  approve(store, exampleBulletin(), 'Comms Lead', clock.now());
  const no = { list: '*', reason: undefined, source: undefined, saidOn: undefined } as const;
  suppressPerson(store, 'p3@kura.example', no, clock.now());
  await runDispatch(testRun(store, data, dispatch, clock));
  return store;
}

it('carries every row over, there and back, with the same count and hash of each table', async () => {
  const store = await storeInUse();
  const there = openTestStore(emptyFolder());
  const sums = copyStore(store, there);
  expect(sums).toEqual(tableSums(store));
  const rowsOf = (name: string) => sums.find(({ table }) => table === name)?.rows;
  expect([rowsOf('deliveries'), rowsOf('suppressions'), rowsOf('attempts')]).toEqual([30, 1, 5]);
  const back = openEmbedded(emptyFolder());
  copyStore(there, back);
  expect(tableSums(back)).toEqual(tableSums(store));
  expect([...there.faults(), ...back.faults()]).toEqual([]);
  for (const one of [store, there, back]) one.close();
});

it('goes on with the next id, and keeps every no', async () => {
  const store = await storeInUse();
  const there = openTestStore(emptyFolder());
  copyStore(store, there);
  const add = 'INSERT INTO subscribers (address, created_at) VALUES ($address, $address)';
  expect(there.change(add, { address: 'new@kura.example' })).toBe(1);
  expect(() => there.change("UPDATE subscriptions SET status = 'subscribed'")).toThrow(
    'a no is kept',
  );
  store.close();
  there.close();
});

it('keeps nothing of a copy that is not the same', async () => {
  const store = await storeInUse();
  const there = openTestStore(emptyFolder());
  const lossy: Store = {
    ...there,
    change: (sql, values) =>
      sql.startsWith('INSERT INTO attempts') ? 0 : there.change(sql, values),
  };
  expect(() => copyStore(store, lossy)).toThrow(
    'the copy differs in attempts; nothing was kept of it',
  );
  expect(tableSums(there).find(({ table }) => table === 'subscribers')?.rows).toBe(0);
  store.close();
  there.close();
});

it('copies a store as it was when it began, while others go on with it', async () => {
  const data = emptyFolder();
  const store = openEmbedded(data);
  addPeople(store, 2);
  const other = openEmbedded(data);
  const there = openTestStore(emptyFolder());
  const meanwhile: Store = {
    ...there,
    countOn: (table, column) => {
      if (table === 'subscribers') addPeople(other, 1, 500);
      there.countOn(table, column);
    },
  };
  copyStore(store, meanwhile);
  const peopleOf = (one: Store) =>
    tableSums(one).find(({ table }) => table === 'subscribers')?.rows;
  expect([peopleOf(there), peopleOf(store)]).toEqual([2, 3]);
  for (const one of [store, other, there]) one.close();
});

it('keeps a backup in one file, which is a store again in the place of another', async () => {
  const store = await storeInUse();
  const folder = emptyFolder();
  const file = join(folder, 'panui-2026-05-08.db');
  const rows = await backupStore(store, file);
  expect(readdirSync(folder)).toEqual(['panui-2026-05-08.db']);
  await expect(backupStore(store, file)).rejects.toThrow('a file that is not there yet');
  const again = emptyFolder();
  copyFileSync(file, join(again, 'panui.db'));
  const restored = openEmbedded(again);
  expect(tableSums(restored)).toEqual(tableSums(store));
  expect(rows).toBe(tableSums(store).reduce((sum, table) => sum + table.rows, 0));
  store.close();
  restored.close();
});

it('is told what is at work with a store', async () => {
  const store = await storeInUse();
  expect(atWork(store, clock.now())).toEqual([]);
  signOfCarrier(store, clock.now());
  expect(atWork(store, clock.now())).toEqual(['`serve` is running']);
  store.close();
});
