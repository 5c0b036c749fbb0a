import { openStore } from '../../delivery/store/open-store.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importList } from '../../delivery/lists/import-list.ts';
import { listRecipients } from '../../delivery/lists/list-recipients.ts';
import { findSubscription } from '../../delivery/people/unsubscribe.ts';
import type { Store } from '../../delivery/store/store.ts';
import { resendWebhooks } from '../../delivery/transports/resend.ts';
import { examplePayload, exampleSecret, signatureOf } from '../../testing/sending/example-event.ts';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import { listen, type Listening } from '../http/listen.ts';
import { createService } from '../service.ts';
import { threadedStore, type ThreadedStore } from './threaded-store.ts';

let folder: string;
let store: Store;
let threads: ThreadedStore;
let service: Listening;
let tokens: string[];
let faults: string[];
const now = () => new Date('2026-05-08T09:00:00+12:00');
/** In milliseconds; on a busy machine an answer that waits for nobody takes a while too. */
const shortWait = 1500;

beforeEach(async () => {
  folder = emptyFolder();
  store = openStore({ data: folder });
  await writeFile(join(folder, 'index.html'), '<h1>Kia ora</h1>');
  await writeFile(join(folder, 'list.csv'), 'email\na@kura.example\nb@kura.example\n');
  await importList(store, 'providers', join(folder, 'list.csv'), now());
  tokens = [...listRecipients(store, 'providers')].flat().map(({ token }) => token);
  threads = threadedStore({ data: folder }, shortWait);
  // They need a moment to begin.
  await vi.waitFor(() => Promise.all([threads.ready(), threads.applyKept(now())]), 5000);
  faults = [];
  const handle = createService({
    out: folder,
    store: threads,
    now,
    verify: resendWebhooks(exampleSecret),
    report: ({ message }) => void faults.push(message),
  });
  service = await listen(handle, 0);
});
afterEach(async () => {
  await service.close();
  await threads.close();
  store.close();
});

const status = (at: number) => findSubscription(store, tokens[at] ?? '')?.status;
const post = (path: string) => fetch(service.url + path, { method: 'POST' });

/** Holds the write lock in a process of its own, as a dispatch that is being frozen does. */
async function holdLock() {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1]);
    database.exec('BEGIN IMMEDIATE');
    console.log('held');
    process.stdin.once('data', () => { database.exec('COMMIT'); process.exit(); });`;
  const child = spawn(process.execPath, ['-e', program, join(folder, 'panui.db')]);
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.write('go on');
    await once(child, 'close');
  };
}

describe('while another program is writing', () => {
  it('lets nobody wait who only reads, and says 503 after a short wait to who wants to change something', async () => {
    const path = `/unsubscribe/${tokens[0]}`;
    const release = await holdLock();
    let given = 0;
    const leaving = [post(path), post(`/unsubscribe/${tokens[1]}`)];
    for (const one of leaving) void one.then(() => (given += 1));
    const others = await Promise.all([
      fetch(service.url),
      fetch(`${service.url}/readyz`),
      fetch(service.url + path),
      fetch(`${service.url}/preferences/${tokens[0]}`),
      post('/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA'),
      post('/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA/undo'),
      post('/preferences/AAAAAAAAAAAAAAAAAAAAAA'),
    ]);
    expect(given).toBe(0);
    expect(others.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200, 404]);
    for (const answer of await Promise.all(leaving)) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await answer.text()).toContain('Wait a few seconds, then try again.');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect([status(0), status(1)]).toEqual(['subscribed', 'subscribed']);
    await release();
    expect((await post(path)).status).toBe(200);
    expect([status(0), status(1)]).toEqual(['unsubscribed', 'subscribed']);
    expect(faults).toEqual([]);
  });

  it('takes who asked as soon as the other is done', async () => {
    const release = await holdLock();
    const left = post(`/unsubscribe/${tokens[0]}`);
    await release();
    expect((await left).status).toBe(200);
    expect(status(0)).toBe('unsubscribed');
  });

  it('answers a report of the provider with 503 until it is on the disk', async () => {
    const body = JSON.stringify(
      examplePayload({ type: 'email.delivered', delivery: '1-1', to: 'a@kura.example' }),
    );
    const headers = signatureOf(body, 'msg_1', new Date());
    const send = () => fetch(`${service.url}/webhooks/resend`, { method: 'POST', headers, body });
    const release = await holdLock();
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    await release();
    expect(await (await send()).text()).toBe('Written down.\n');
    expect(await threads.record([], now())).toEqual([]);
  });
});

describe('the threads of a store', () => {
  it('say in words what is wrong with it, and go on once it is put right', async () => {
    const other = emptyFolder();
    const lost = threadedStore({ data: other });
    await expect(lost.ready()).rejects.toThrow('unable to open database file');
    openStore({ data: other }).close();
    expect(await lost.ready()).toBe(true);
    await lost.close();
  });

  it('notice that the store was replaced or taken away, and go on with the one that is there', async () => {
    const [token = ''] = tokens;
    const ready = async () => (await fetch(`${service.url}/readyz`)).status;
    const file = join(folder, 'panui.db');
    expect(await ready()).toBe(200);
    // As `store backup` makes one: whole, without a log beside it.
    const other = emptyFolder();
    const backup = join(other, 'panui.db');
    store.script(`VACUUM INTO '${backup}'`);
    await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${file}${end}`, { force: true })));
    expect(await ready()).toBe(503);
    expect((await post(`/unsubscribe/${token}`)).status).toBe(500);
    await writeFile(file, 'no store');
    expect(await ready()).toBe(503);
    await rename(backup, file);
    expect(await ready()).toBe(200);
    expect((await post(`/unsubscribe/${token}`)).status).toBe(200);
    store.close();
    store = openStore({ data: folder });
    expect(status(0)).toBe('unsubscribed');
    expect(faults.length).toBeGreaterThan(0);
  });

  it('make the service not ready while the store cannot be read', async () => {
    const lost = threadedStore({ data: join(folder, 'elsewhere') });
    const handle = createService({ out: folder, store: lost, now });
    const unready = await listen(handle, 0);
    const answer = await fetch(`${unready.url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'Not ready: the store cannot be read.\n',
    ]);
    expect((await fetch(`${unready.url}/healthz`)).status).toBe(200);
    await unready.close();
    await lost.close();
  });
});
