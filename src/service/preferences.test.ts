import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importList } from '../delivery/lists/import-list.ts';
import { listRecipients } from '../delivery/lists/list-recipients.ts';
import { showPerson } from '../delivery/people/show-person.ts';
import { suppressPerson } from '../delivery/suppressions/suppress.ts';
import type { Store } from '../delivery/store/store.ts';
import { createApp } from './app.ts';
import { storeHere } from './store/service-store.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
let store: Store;
let app: ReturnType<typeof createApp>;
let token: string;
let file: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'panui-'));
  store = openTestStore(folder);
  file = join(folder, 'list.csv');
  await writeFile(file, 'email,name\noffice@kura.example,Mārama\nother@kura.example,Bo\n');
  await importList(store, 'providers', file, now);
  await importList(store, 'schools', file, now);
  token = [...listRecipients(store, 'providers')].flat()[0]?.token ?? '';
  app = createApp({ out: folder, store: storeHere(store), now: () => now });
});
afterEach(() => store.close());

const statuses = (address = 'office@kura.example') =>
  showPerson(store, address).lists.map(({ status }) => status);
const open = async (path = token) => {
  const answer = await app.request(`/preferences/${path}`);
  return { answer, page: await answer.text() };
};
const post = async (form: Record<string, string>, path = token) => {
  const body = new URLSearchParams(form);
  const answer = await app.request(`/preferences/${path}`, { method: 'POST', body });
  return { status: answer.status, page: (await answer.text()).replaceAll(/\s+/g, ' ') };
};

describe('the page of all bulletins that a person gets', () => {
  it('shows every list by the token of any, changes nothing, and names nobody', async () => {
    const { answer, page } = await open();
    expect(answer.status).toBe(200);
    expect(page).toContain('<h2 id="providers">Attendance service providers</h2>');
    expect(page).toContain('<h2 id="schools">Schools and kura</h2>');
    expect(page).not.toMatch(/office@|other@|Mārama|<script|style=/);
    expect(statuses()).toEqual(['subscribed', 'subscribed']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  });

  it('leaves one list, comes back to it, and says so', async () => {
    const left = await post({ list: 'schools', wish: 'leave' });
    expect(left.page).toContain('<p role="status" class="done">Done. You will not get');
    expect(statuses()).toEqual(['subscribed', 'unsubscribed']);
    expect(statuses('other@kura.example')).toEqual(['subscribed', 'subscribed']);
    expect((await open()).page).toContain('Get them again');
    const back = await post({ list: 'schools', wish: 'return' });
    expect(back.page).toContain('Done. You will get');
    expect(statuses()).toEqual(['subscribed', 'subscribed']);
    expect(showPerson(store, 'office@kura.example').lists[1]?.reason).toBe('preferences page');
  });

  it('still works for who left the very list that the link came from', async () => {
    await post({ list: 'providers', wish: 'leave' });
    expect((await open()).page).toContain('You left this list.');
    await post({ list: 'providers', wish: 'return' });
    expect(statuses()).toEqual(['subscribed', 'subscribed']);
  });

  it.each(['bounced', 'complained', 'removed'])('brings nobody back who %s', async (status) => {
    store.change('UPDATE subscriptions SET status = $status', { status });
    const { page } = await open();
    expect(page).not.toContain('value="return"');
    expect(page.includes('<button')).toBe(status === 'removed');
    const { page: after } = await post({ list: 'schools', wish: 'return' });
    expect(after).not.toContain('Done.');
    expect(statuses()).toEqual([status, status]);
  });

  it('lets somebody stay off whom a new file had taken off, for good', async () => {
    store.change(`UPDATE subscriptions SET status = 'removed' WHERE list = 'schools'`);
    expect((await open()).page).toContain('Stay off this list');
    const { page } = await post({ list: 'schools', wish: 'leave' });
    expect(page).toContain('Done. You will not get');
    expect(page).toContain('You are off this list, and you stay off it.');
    await importList(store, 'schools', file, now);
    expect(statuses()).toEqual(['subscribed', 'unsubscribed']);
  });

  it('lets somebody come back whose no another system had kept, to that list alone', async () => {
    const order = {
      list: '*',
      reason: undefined,
      source: 'old system',
      saidOn: undefined,
    } as const;
    suppressPerson(store, 'office@kura.example', order, now);
    expect(statuses()).toEqual(['unsubscribed', 'unsubscribed']);
    await post({ list: 'schools', wish: 'return' });
    expect(statuses()).toEqual(['unsubscribed', 'subscribed']);
    const { suppressions } = showPerson(store, 'office@kura.example');
    expect(suppressions.map(({ list, liftedBy }) => [list, liftedBy])).toEqual([
      ['*', 'themselves'],
      ['providers', null],
    ]);
    await importList(store, 'providers', file, now);
    expect(statuses()).toEqual(['unsubscribed', 'subscribed']);
  });

  it.each([
    {},
    { list: 'schools' },
    { list: 'everybody', wish: 'leave' },
    { list: 'schools', wish: 'x' },
  ])('changes nothing for the form %j', async (form) => {
    expect(await post({ ...form })).toMatchObject({ status: 400 });
    expect(statuses()).toEqual(['subscribed', 'subscribed']);
  });

  it('does not say who anybody is for a token that names nobody', async () => {
    expect((await open('AAAAAAAAAAAAAAAAAAAAAA')).answer.status).toBe(404);
    const form = { list: 'schools', wish: 'leave' };
    expect((await post(form, "' OR 1=1 --")).status).toBe(404);
    expect(statuses()).toEqual(['subscribed', 'subscribed']);
  });
});
