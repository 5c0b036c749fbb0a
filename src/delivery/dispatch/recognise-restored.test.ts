import { copyFolder, keepStore, putStoreBack } from '../../testing/postgres/keep-store.ts';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeOptions } from '../../testing/sending/fake-provider.ts';
import {
  addPeople,
  differences,
  emptyFolder,
  testClock,
  testOrder,
} from '../../testing/sending/test-run.ts';
import { approve } from '../approval/approval.ts';
import { recordEvents } from '../events/record-event.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { freeze } from '../ledger/freeze.ts';
import { standardLimits } from '../ledger/limits.ts';
import { openCases, resolveCase } from '../ledger/resolve.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { resendTransport } from '../transports/resend.ts';
import type { Store } from '../store/store.ts';
import { runDispatch } from './run-dispatch.ts';
import { sendFailedAgain } from './send-again.ts';
import { sendViaProvider, type SendOrder } from './send-via-provider.ts';

/* A whole data folder that comes back from a backup, the journal and all. */

const people = 250;
const hour = 3_600_000;
let data: string;
let store: Store;
let clock: ReturnType<typeof testClock>;
let options: FakeOptions;
let provider: ReturnType<typeof fakeProvider>;

beforeEach(() => {
  data = emptyFolder();
  store = openTestStore(data);
  clock = testClock();
  options = { now: () => clock.now().getTime() };
  provider = fakeProvider(options);
  vi.stubGlobal('fetch', fakeFetch(provider));
  addPeople(store, people);
  approve(store, exampleBulletin(), 'Comms Lead', clock.now());
});
afterEach(() => {
  vi.unstubAllGlobals();
  store.close();
});

const send = (changes: Partial<SendOrder> = {}) =>
  sendViaProvider({ ...testOrder(store, data, people, clock), anyTime: true, ...changes });

/** Keeps the folder as it is now; gives what puts it back: as a new folder, or over the same file. */
function backUp() {
  store.close();
  const kept = emptyFolder();
  copyFolder(data, kept);
  keepStore(data, 'kept');
  store = openTestStore(data);
  return {
    restore: () => {
      store.close();
      data = emptyFolder();
      copyFolder(kept, data);
      store = openTestStore(data);
    },
    overwrite: () => {
      store.close();
      rmSync(join(data, 'journal'), { recursive: true });
      putStoreBack(data, 'kept');
      store = openTestStore(data);
    },
  };
}

const copies = () => provider.taken.length - new Set(provider.taken.map(({ to }) => to)).size;

/** Sends until the quota is used up, keeps the folder, and sends the rest later. */
async function stopHalfway() {
  options.dailyQuota = 100;
  expect(await send()).toMatchObject({ status: 'paused' });
  const backup = backUp();
  delete options.dailyQuota;
  return backup;
}

describe('a data folder that was restored from a backup', () => {
  it('from before what had failed was sent once more sends none of it a third time', async () => {
    const { id } = await send();
    for (const position of [2, 3]) {
      const tags = { edition: '2026-05-08', audience: 'providers', delivery: `${id}-${position}` };
      const address = `p${position}@kura.example`;
      const said = { state: 'failed', lasting: false, detail: '', emailId: '' } as const;
      const event = { ...said, createdAt: clock.now(), address, tags };
      recordEvents(store, [{ webhookId: `msg_${position}`, event }], clock.now());
    }
    const order = { by: 'Comms Lead', reason: 'their mail server was down', only: undefined };
    const dispatch = findDispatch(store, '2026-05-08', 'providers');
    if (!dispatch) throw new Error('there is no dispatch');
    expect(sendFailedAgain(store, dispatch, order, clock.now())).toMatchObject({ ready: 2 });
    const backup = backUp();
    expect(await send()).toMatchObject({ status: 'done' });
    expect(provider.taken).toHaveLength(people + 2);
    clock.jump(30 * hour);
    backup.restore();
    expect(await send()).toMatchObject({ status: 'done' });
    expect(provider.taken).toHaveLength(people + 2);
  });

  it.each(['restore', 'overwrite'] as const)(
    'from before anything was frozen sends nothing again once the keys are forgotten: %s',
    async (way) => {
      const backup = backUp();
      expect(await send()).toMatchObject({ status: 'done' });
      clock.jump(30 * hour);
      backup[way]();
      expect(await send()).toMatchObject({ status: 'done' });
      expect(provider.taken).toHaveLength(people);
      expect(differences(store, provider)).toEqual([]);
    },
  );

  it('would send to everybody again without that', async () => {
    const backup = backUp();
    await send();
    clock.jump(30 * hour);
    backup.restore();
    const order = { bulletin: exampleBulletin(), siteUrl: 'https://news.example', expect: people };
    const dispatch = freeze(store, { ...order, now: clock.now() });
    await sealDispatch(store, dispatch);
    const run = { store, data, dispatch, workers: 2, limits: standardLimits, stopAfterRefused: 20 };
    const transport = resendTransport('re_test', 'https://provider.example');
    const { signal } = new AbortController();
    await runDispatch({
      ...run,
      transport,
      signal,
      now: clock.now,
      sleep: clock.sleep,
      random: () => 0.5,
    });
    expect(copies()).toBe(people);
  });

  it.each(['restore', 'overwrite'] as const)(
    'from the middle of a dispatch leaves to a person who is not proved to have it: %s',
    async (way) => {
      const backup = await stopHalfway();
      options.dailyQuota = 230;
      expect(await send()).toMatchObject({ status: 'paused' });
      expect(provider.taken).toHaveLength(200);
      delete options.dailyQuota;
      clock.jump(30 * hour);
      backup[way]();
      const dispatch = await send();
      expect(dispatch).toMatchObject({ status: 'review' });
      expect(dispatch.reason).toMatchInlineSnapshot(
        `"The provider has sent 100 of these messages that this store does not know of: it is older than they are, as a backup is. If there is a newer store, put it in its place; else decide about the others."`,
      );
      expect(dispatchCounts(store, dispatch.id)).toMatchObject({ accepted: 200, needsPerson: 50 });
      expect(provider.taken).toHaveLength(200);
      // Asking once more changes nothing; a person decides.
      expect(await send()).toMatchObject({ status: 'review' });
      for (const { seq } of openCases(store, dispatch)) {
        resolveCase(store, dispatch, seq, 'send-again', 'Comms Lead', clock.now());
      }
      expect(await send()).toMatchObject({ status: 'done' });
      expect(copies()).toBe(0);
      expect(differences(store, provider)).toEqual([]);
    },
  );

  it('is recognised also where people left since and its chunks were sealed again', async () => {
    const backup = await stopHalfway();
    expect(await send()).toMatchObject({ status: 'done' });
    clock.jump(hour);
    backup.restore();
    store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber IN (120, 220)`);
    expect(await send()).toMatchObject({ status: 'done' });
    expect(copies()).toBe(0);
    expect(provider.taken).toHaveLength(people);
  });

  it('is recognised behind everything else that was sent through the account since', async () => {
    const backup = backUp();
    expect(await send()).toMatchObject({ status: 'done' });
    for (let at = 0; at < 1500; at += 1) {
      const other = { id: `other-${at}`, to: `o${at}@kura.example`, from: 'Other <a@b.example>' };
      provider.taken.push({
        ...other,
        subject: 'Another',
        key: '',
        at: clock.now().getTime(),
        hash: '',
      });
    }
    clock.jump(30 * hour);
    backup.restore();
    expect(await send()).toMatchObject({ status: 'done' });
    expect(provider.taken).toHaveLength(people + 1500);
  });

  it('goes on where nothing was sent since, after one look at the list', async () => {
    const backup = await stopHalfway();
    backup.restore();
    expect(await send()).toMatchObject({ status: 'done' });
    expect(copies()).toBe(0);
    expect(differences(store, provider)).toEqual([]);
  });

  it('sends nothing while the provider does not say what it sent', async () => {
    const transport = resendTransport('re_test', 'https://provider.example');
    const dispatch = await send({
      transport: {
        ...transport,
        listSent: async () => ({
          status: 403,
          name: 'invalid_permission',
          message: 'Not allowed.',
          data: null,
          headers: {},
        }),
      },
    });
    expect(dispatch.status).toBe('paused');
    expect(dispatch.reason).toMatchInlineSnapshot(
      `"The provider does not say what it has sent, so nobody knows whether this store is an older backup: 403 invalid_permission: Not allowed. Send again to go on."`,
    );
    expect(provider.taken).toEqual([]);
    expect(await send()).toMatchObject({ status: 'done' });
  });
});
