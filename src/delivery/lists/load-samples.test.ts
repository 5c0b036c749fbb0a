import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import type { Store } from '../store/store.ts';
import { listSizes } from './list-sizes.ts';
import { loadSamples } from './load-samples.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore(emptyFolder());
});
afterEach(() => store.close());

const now = new Date('2026-05-08T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'panui-'));
for (const list of ['providers', 'schools']) {
  writeFileSync(join(folder, `${list}.csv`), `email\n${list}@kura.example\n`);
}
const sizes = () => listSizes(store).map(({ list, subscribed }) => `${list} ${subscribed}`);

/** The store of a process that is killed when it begins its n-th transaction. */
function killedAt(transactions: number): Store {
  let left = transactions;
  return {
    ...store,
    transaction: (work) => {
      left -= 1;
      if (left <= 0) throw new Error('killed');
      return store.transaction(work);
    },
  };
}

describe('the sample lists', () => {
  it('are taken in once, and never where somebody was on a list', async () => {
    expect(await loadSamples(store, folder, now)).toBe(true);
    expect(sizes()).toEqual(['providers 1', 'schools 1']);
    store.change(`UPDATE subscriptions SET status = 'unsubscribed'`);
    expect(await loadSamples(store, folder, now)).toBe(false);
    expect(sizes()).toEqual(['providers 0', 'schools 0']);
  });

  it.each([1, 2, 3])('are whole after a kill at transaction %i and another start', async (at) => {
    await loadSamples(killedAt(at), folder, now).catch(() => undefined);
    await loadSamples(store, folder, now);
    expect(sizes()).toEqual(['providers 1', 'schools 1']);
    expect(await loadSamples(store, folder, now)).toBe(false);
  });
});
