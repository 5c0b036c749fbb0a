import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { exampleBulletin } from './example-bulletin.ts';
import type { Dispatch } from '../../delivery/ledger/dispatch.ts';
import { freeze } from '../../delivery/ledger/freeze.ts';
import { standardLimits } from '../../delivery/ledger/limits.ts';
import { sealDispatch } from '../../delivery/ledger/seal.ts';
import type { Store } from '../../delivery/store/store.ts';
import { newToken } from '../../delivery/lists/subscription.ts';
import type { FakeProvider } from './fake-provider.ts';
import { resendTransport } from '../../delivery/transports/resend.ts';
import type { DispatchRun } from '../../delivery/dispatch/dispatch-run.ts';
import type { SendOrder } from '../../delivery/dispatch/send-via-provider.ts';

/*
 * What tests of sending share: people on a list and a clock that only moves when
 * somebody sleeps.
 */

/** A clock for tests: it moves to the moment at which the next sleeper wakes. */
export function testClock(start = '2026-05-07T21:00:00Z') {
  let time = Date.parse(start);
  const sleepers: { wake: number }[] = [];
  return {
    now: () => new Date(time),
    jump: (milliseconds: number) => {
      time += milliseconds;
    },
    sleep: async (milliseconds: number) => {
      const sleeper = { wake: time + milliseconds };
      sleepers.push(sleeper);
      do await setImmediate();
      while (sleepers.some(({ wake }) => wake < sleeper.wake));
      sleepers.splice(sleepers.indexOf(sleeper), 1);
      time = Math.max(time, sleeper.wake);
    },
  };
}

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'panui-'));

/** Puts people called p1@kura.example, p2@ … on the list of providers. */
export function addPeople(store: Store, count: number, first = 1): void {
  store.transaction(() => {
    for (let at = first; at < first + count; at += 1) {
      store.change(
        `INSERT INTO subscribers (id, address, created_at) VALUES ($at, $address, '2026-01-01T00:00:00.000Z')`,
        { at, address: `p${at}@kura.example` },
      );
      store.change(
        `INSERT INTO subscriptions (list, subscriber, token, status, reason, changed_at)
         VALUES ('providers', $at, $token, 'subscribed', 'import', '2026-01-01T00:00:00.000Z')`,
        { at, token: newToken() },
      );
    }
  });
}

/** A frozen and sealed dispatch to so many people. */
export async function frozenDispatch(
  store: Store,
  count: number,
  now: Date,
  mostPeople?: number,
): Promise<Dispatch> {
  addPeople(store, count);
  const bulletin = exampleBulletin();
  const order = { bulletin, siteUrl: 'https://news.example', expect: count, now, mostPeople };
  const dispatch = freeze(store, order);
  await sealDispatch(store, dispatch);
  return dispatch;
}

type Clock = ReturnType<typeof testClock>;

/** A run as it is in earnest, but for the clock. `fetch` must have been replaced. */
export const testRun = (
  store: Store,
  data: string,
  dispatch: Dispatch,
  clock: Clock,
): DispatchRun => ({ ...inEarnest(store, data, clock), dispatch });

/** An order to send the example bulletin at once to so many people, as `testRun` runs it. */
export const testOrder = (store: Store, data: string, expect: number, clock: Clock): SendOrder => ({
  ...inEarnest(store, data, clock),
  bulletin: exampleBulletin(),
  siteUrl: 'https://news.example',
  readSources: async () => ({}),
  faultsOn: async () => [],
  builtHash: async () => exampleBulletin().hash,
  expect,
  sendingHours: '08:00-18:00',
  anyTime: false,
  onBegin: () => undefined,
});

const inEarnest = (store: Store, data: string, clock: Clock) => ({
  store,
  data,
  transport: resendTransport('re_test', 'https://provider.example'),
  workers: 2,
  limits: standardLimits,
  stopAfterRefused: 20,
  signal: new AbortController().signal,
  now: clock.now,
  sleep: clock.sleep,
  random: () => 0.5,
});

const deliverySchema = z.object({
  address: z.string(),
  status: z.string(),
  emailId: z.string().nullable(),
});

/** Everything the ledger says about the people of a dispatch. */
export const ledgerRows = (store: Store) =>
  store.rows(
    deliverySchema,
    'SELECT address, status, email_id AS "emailId" FROM deliveries ORDER BY dispatch, position',
  );

/** How many people of dispatches are known as a number alone: they were forgotten before their turn to be written down. */
export function countedPeople(store: Store): number {
  const [sum] = store.rows(
    z.object({ people: z.int() }),
    'SELECT coalesce(sum(people), 0) AS people FROM delivery_counts',
  );
  return sum?.people ?? 0;
}

/**
 * What is wrong between the provider's log and the ledger: somebody who got it twice, an id that the
 * ledger does not have, somebody the ledger calls accepted who got nothing. Empty is right.
 * @param forgotten whose addresses the ledger does not hold any more
 */
export function differences(
  store: Store,
  provider: Pick<FakeProvider, 'taken'>,
  forgotten: ReadonlySet<string> = new Set(),
): string[] {
  const got = new Map<string, string[]>();
  for (const { to, id } of provider.taken) got.set(to, [...(got.get(to) ?? []), id]);
  const rows = ledgerRows(store);
  const faults = [...got]
    .filter(([, ids]) => ids.length > 1)
    .map(([to, ids]) => `${to} got it ${ids.length} times`);
  for (const { address, status, emailId } of rows) {
    if (address.startsWith('forgotten:')) continue;
    const id = got.get(address)?.[0];
    if (status === 'accepted' && emailId !== id) faults.push(`${address}: ${emailId} is not ${id}`);
    if (['excluded', 'pending'].includes(status) && id !== undefined) {
      faults.push(`${address} is ${status} and got it`);
    }
  }
  const known = new Set(rows.map(({ address }) => address));
  for (const to of got.keys()) {
    if (!known.has(to) && !forgotten.has(to)) faults.push(`${to} is not in the ledger`);
  }
  return faults;
}
