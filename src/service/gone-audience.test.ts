import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importList } from '../delivery/lists/import-list.ts';
import { listRecipients } from '../delivery/lists/list-recipients.ts';
import { listSizes } from '../delivery/lists/list-sizes.ts';
import { findSubscription } from '../delivery/people/unsubscribe.ts';
import type { Store } from '../delivery/store/store.ts';
import { publication, usePublication } from '../publication/site.ts';
import { createService } from './service.ts';
import { storeHere } from './store/service-store.ts';
import { listen, type Listening } from './http/listen.ts';

/* A list whose audience somebody took out of site.yaml: its people have bulletins with links in them. */

const now = new Date('2026-05-08T09:00:00+12:00');
const before = publication();
let folder: string;
let store: Store;
let service: Listening;
let token: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  await writeFile(join(folder, 'list.csv'), 'email\noffice@kura.example\n');
  store = openTestStore(folder);
  await importList(store, 'schools', join(folder, 'list.csv'), now);
  token = [...listRecipients(store, 'schools')].flat()[0]?.token ?? '';
  service = await listen(
    createService({ out: folder, store: storeHere(store), now: () => now }),
    0,
  );
  usePublication({
    ...before,
    audiences: before.audiences.filter(({ id }) => id !== 'schools'),
  });
});
afterEach(async () => {
  usePublication(before);
  await service.close();
  store.close();
  await rm(folder, { recursive: true });
});

const status = () => findSubscription(store, token)?.status;

describe('a list whose audience is gone', () => {
  it('lets people leave, by a mail program and by themselves', async () => {
    const asked = await fetch(`${service.url}/preferences/${token}`);
    expect(await asked.text()).toContain('<h2 id="schools">schools</h2>');
    const left = await fetch(`${service.url}/preferences/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ list: 'schools', wish: 'leave' }),
    });
    expect([left.status, status()]).toEqual([200, 'unsubscribed']);
    store.change(`UPDATE subscriptions SET status = 'subscribed'`);
    const oneClick = await fetch(`${service.url}/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect([oneClick.status, status()]).toEqual([200, 'unsubscribed']);
  });

  it('is counted after the others, and keeps a complaint from every other list', async () => {
    expect(listSizes(store).map(({ list, subscribed }) => [list, subscribed])).toEqual([
      ['providers', 0],
      ['schools', 1],
    ]);
    store.change(`UPDATE subscriptions SET status = 'complained'`);
    const { added, leftAloneBecause } = await importList(
      store,
      'providers',
      join(folder, 'list.csv'),
      now,
    );
    expect([added, leftAloneBecause.complained]).toEqual([0, 1]);
  });
});
