import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { showPerson } from '../delivery/people/show-person.ts';
import type { Store } from '../delivery/store/store.ts';
import { publication, usePublication } from '../publication/site.ts';
import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { addPeople, emptyFolder } from '../testing/sending/test-run.ts';
import { createApp } from './app.ts';
import { storeHere } from './store/service-store.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
const before = publication();
let store: Store;
let token: string;
let app: ReturnType<typeof createApp>;

beforeEach(() => {
  usePublication({ ...before, regions: ['Northland', 'Otago'] });
  const folder = emptyFolder();
  store = openTestStore(folder);
  addPeople(store, 1);
  store.change(`UPDATE subscribers SET region = 'Bay of Plenty'`);
  const row = z.object({ token: z.string() });
  token = store.rows(row, 'SELECT token FROM subscriptions')[0]?.token ?? '';
  app = createApp({ out: folder, store: storeHere(store), now: () => now });
});
afterEach(() => {
  store.close();
  usePublication(before);
});

const post = async (fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const answer = await app.request(`/preferences/${token}`, { method: 'POST', body });
  return { status: answer.status, page: (await answer.text()).replaceAll(/\s+/g, ' ') };
};
const person = () => showPerson(store, 'p1@kura.example');

it('lets a person choose only what needs action, and every edition again', async () => {
  const { page } = await post({ list: 'providers', wish: 'choose', wants: 'action' });
  expect(page).toContain('Done. You will get only what asks something of you in the');
  expect(page).toMatch(/value="action" checked/);
  expect(person().lists[0]).toMatchObject({ status: 'subscribed', wants: 'action' });
  await post({ list: 'providers', wish: 'choose', wants: 'every' });
  expect(person().lists[0]?.wants).toBe('every');
  expect((await post({ list: 'providers', wish: 'choose', wants: 'none' })).status).toBe(400);
  expect((await post({ list: 'schools', wish: 'choose', wants: 'action' })).status).toBe(400);
});

it('lets a person correct their region to one there is, and offers the one that is known', async () => {
  const open = await (await app.request(`/preferences/${token}`)).text();
  expect(open).toMatch(/<option selected>Bay of Plenty<\/option>/);
  expect((await post({ wish: 'region', region: 'Otago' })).page).toContain('Your region is saved');
  expect(person().person?.region).toBe('Otago');
  expect((await post({ wish: 'region', region: 'Atlantis' })).status).toBe(400);
  expect(person().person?.region).toBe('Otago');
  await post({ wish: 'region', region: '' });
  expect(person().person?.region).toBe('');
});

it('asks nobody for a region where the publication names none, and leads to other public lists', async () => {
  const audiences = before.audiences.map((one) => ({ ...one, public: one.id === 'schools' }));
  usePublication({ ...before, audiences });
  const page = await (await app.request(`/preferences/${token}`)).text();
  expect(page).not.toContain('Your region');
  expect(page).toMatch(/There is more: Schools and kura\.\s+<a href="\/sign-up">/);
});
