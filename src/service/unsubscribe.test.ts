import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importList } from '../delivery/lists/import-list.ts';
import { listRecipients } from '../delivery/lists/list-recipients.ts';
import type { Store } from '../delivery/store/store.ts';
import { findSubscription } from '../delivery/people/unsubscribe.ts';
import type { Audience } from '../publication/site.ts';
import { createApp } from './app.ts';
import { createService } from './service.ts';
import { storeHere } from './store/service-store.ts';
import { listen, type Listening } from './http/listen.ts';

const now = new Date('2026-05-08T09:00:00+12:00');
let folder: string;
let store: Store;
let service: Listening;
let provider: string;
let school: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-'));
  store = openTestStore(folder);
  await writeFile(join(folder, 'list.csv'), 'email,name\noffice@kura.example,Mārama\n');
  await importList(store, 'providers', join(folder, 'list.csv'), now);
  await importList(store, 'schools', join(folder, 'list.csv'), now);
  provider = tokenOn('providers');
  school = tokenOn('schools');
  service = await listen(
    createService({ out: folder, store: storeHere(store), now: () => now }),
    0,
  );
});
afterEach(async () => {
  await service.close();
  store.close();
});

const tokenOn = (list: Audience) => [...listRecipients(store, list)].flat()[0]?.token ?? '';
const status = (token: string) => findSubscription(store, token)?.status;
const at = (path: string) => `${service.url}/unsubscribe/${path}`;
const post = (path: string, body?: BodyInit) =>
  fetch(at(path), { method: 'POST', redirect: 'manual', ...(body !== undefined && { body }) });
const oneClick = () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
const changes = () =>
  store.rows(
    z.object({ list: z.string(), reason: z.string(), changed_at: z.string() }),
    'SELECT list, reason, changed_at FROM subscriptions ORDER BY list',
  );

describe('a request by a mail program (RFC 8058)', () => {
  it('takes the person off in either form of POST, with 200, no redirect and no cookie', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const multipart = await post(provider, form);
    expect(multipart.status).toBe(200);
    expect(multipart.headers.get('set-cookie')).toBeNull();
    expect(await multipart.text()).toBe('Unsubscribed.\n');
    const urlencoded = await post(school, oneClick());
    expect(urlencoded.status).toBe(200);
    expect([status(provider), status(school)]).toEqual(['unsubscribed', 'unsubscribed']);
    expect(changes()).toEqual([
      { list: 'providers', reason: 'one-click', changed_at: now.toISOString() },
      { list: 'schools', reason: 'one-click', changed_at: now.toISOString() },
    ]);
  });

  it('says the same again, and the same for a token that names nobody', async () => {
    const answers = [
      await post(provider, oneClick()),
      await post(provider, oneClick()),
      await post('AAAAAAAAAAAAAAAAAAAAAA', oneClick()),
      await post("' OR 1=1 --", oneClick()),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies)).toEqual(new Set(['Unsubscribed.\n']));
    expect(status(school)).toBe('subscribed');
  });

  it('takes the person off where a program adds a slash to the address', async () => {
    expect(await (await post(`${provider}/`, oneClick())).text()).toBe('Unsubscribed.\n');
    expect(status(provider)).toBe('unsubscribed');
    expect(await (await post(`${provider}/undo/`)).text()).toContain('on the list again');
  });
});

describe('a person who follows the link', () => {
  it('is asked, and nothing changes: scanners open links too', async () => {
    const answer = await fetch(at(provider));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect((await fetch(at(provider), { method: 'HEAD' })).status).toBe(200);
    expect(page).toContain('<html lang="en-NZ">');
    expect(page).toContain('Attendance service providers');
    expect(page).toContain(`<form method="post" action="/unsubscribe/${provider}">`);
    expect(page).toContain(`href="/unsubscribe/${school}"`);
    expect(page).not.toMatch(/office@|Mārama|<script|style=/);
    expect([status(provider), status(school)]).toEqual(['subscribed', 'subscribed']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('leaves that list alone with the button, and can take it back', async () => {
    const stopped = await post(provider, new URLSearchParams());
    expect(stopped.status).toBe(200);
    const page = await stopped.text();
    expect(page).toContain('You are off the list');
    expect(page).toContain(`action="/unsubscribe/${provider}/undo"`);
    expect([status(provider), status(school)]).toEqual(['unsubscribed', 'subscribed']);
    expect(await (await fetch(at(provider))).text()).toContain('You are off the list');
    const undone = await post(`${provider}/undo`);
    expect(await undone.text()).toContain('You are on the list again');
    expect(status(provider)).toBe('subscribed');
    expect(changes()[0]?.reason).toBe('undone on the web page');
  });

  it('is heard even when the body makes no sense', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const answer = await fetch(at(provider), { method: 'POST', headers, body: 'nonsense' });
    expect([answer.status, status(provider)]).toEqual([200, 'unsubscribed']);
  });

  it('is told whom to write to when the link was cut short', async () => {
    const answer = await fetch(at(provider.slice(0, 10)));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('mailto:unsubscribe@attendance-updates.example');
  });

  it.each(['bounced', 'complained', 'removed'])(
    'is not told that they are back where they are not, because they %s',
    async (state) => {
      store.change('UPDATE subscriptions SET status = $state', { state });
      const page = await (await fetch(at(provider))).text();
      expect(page).not.toMatch(/any more|\/undo/);
      expect(page.includes('<button')).toBe(state === 'removed');
      const undone = await (await post(`${provider}/undo`)).text();
      expect(undone).toContain('You are off the list');
      expect(status(provider)).toBe(state);
    },
  );

  it('stays off for good who leaves after a new file had taken them off', async () => {
    store.change(`UPDATE subscriptions SET status = 'removed' WHERE list = 'providers'`);
    await post(provider, oneClick());
    expect(status(provider)).toBe('unsubscribed');
    await post(`${provider}/undo`);
    expect(status(provider)).toBe('unsubscribed');
  });

  it('is promised nothing that the next list takes back', async () => {
    const renew = async (addresses: string, expect: number) => {
      const file = join(folder, 'renewed.csv');
      await writeFile(file, `email\n${addresses}\n`);
      return importList(store, 'providers', file, now, { replace: { expect } });
    };
    const again = 'other@kura.example\noffice@kura.example';
    await renew('other@kura.example', 1);
    expect(status(provider)).toBe('removed');
    const removed = (await (await fetch(at(provider))).text()).replaceAll(/\s+/g, ' ');
    expect(removed).toContain('A new list may put you on again');
    expect(removed).not.toContain('any more');
    await renew(again, 0);
    expect(status(provider)).toBe('subscribed');
    await renew('other@kura.example', 1);
    expect(removed).toContain(`<form method="post" action="/unsubscribe/${provider}">`);
    const stays = await (await post(provider, new URLSearchParams())).text();
    expect(stays).toContain('any more');
    expect(stays).not.toContain('/undo');
    await renew(again, 0);
    expect(status(provider)).toBe('unsubscribed');
  });

  it('cannot undo by opening a link', async () => {
    await post(provider, new URLSearchParams());
    expect((await fetch(at(`${provider}/undo`))).status).toBe(404);
    expect(status(provider)).toBe('unsubscribed');
  });
});

it('answers a broken store with a plain sentence, and reports the reason', async () => {
  const broken = openTestStore(await mkdtemp(join(tmpdir(), 'panui-')));
  broken.close();
  const reports: string[] = [];
  const report = (error: Error) => void reports.push(error.message);
  const app = createApp({ out: '.', store: storeHere(broken), now: () => now, report });
  const answer = await app.request(`/unsubscribe/${provider}`, { method: 'POST' });
  expect([answer.status, await answer.text()]).toEqual([
    500,
    'Something went wrong here. Please try again in a few minutes.\n',
  ]);
  expect(reports).toEqual(['database is not open']);
});
