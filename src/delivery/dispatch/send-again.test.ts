import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BadInput, describeProblems } from '../../problems/problem.ts';
import { testBed } from '../../testing/sending/test-bed.ts';
import { testRun } from '../../testing/sending/test-run.ts';
import type { DeliveryState } from '../events/event.ts';
import { recordEvents } from '../events/record-event.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { recordAccepted } from '../ledger/record-accepted.ts';
import { reopenDispatch } from '../ledger/stop-dispatch.ts';
import { forgetPerson } from '../people/forget-person.ts';
import { recordContent } from '../record/record-content.ts';
import { recogniseRestored } from './recognise-restored.ts';
import { failedDeliveries, sendFailedAgain } from './send-again.ts';
import { runDispatch } from './run-dispatch.ts';

const bed = testBed();
const order = { by: 'Comms Lead', reason: 'their mail server was down' };

const found = () => {
  const dispatch = findDispatch(bed.store, '2026-05-08', 'providers');
  if (!dispatch) throw new Error('there is no dispatch');
  return dispatch;
};

const emailIdOf = (position: number) =>
  bed.store.rows(
    z.object({ id: z.string() }),
    'SELECT email_id AS id FROM deliveries WHERE position = $position',
    { position },
  )[0]?.id ?? '';

let reports = 0;
const report = (
  position: number,
  state: DeliveryState,
  emailId = emailIdOf(position),
  lasting = false,
) =>
  recordEvents(
    bed.store,
    [
      {
        webhookId: `msg_${(reports += 1)}`,
        event: {
          state,
          lasting,
          detail: '',
          emailId,
          createdAt: bed.clock.now(),
          address: `p${position}@kura.example`,
          tags: { edition: '2026-05-08', audience: 'providers', delivery: `1-${position}` },
        },
      },
    ],
    bed.clock.now(),
  );

const stateOf = (position: number) =>
  bed.store.rows(
    z.object({ status: z.string(), delivery: z.string().nullable() }),
    'SELECT status, delivery FROM deliveries WHERE position = $position',
    { position },
  )[0];

/** The first chunk, as a worker holds it whose answer comes late. */
const lost = {
  seq: 1,
  first: 1,
  last: 3,
  people: 3,
  key: 'the first key',
  hash: '',
  attempt: 1,
  mayHaveLeftAt: null,
};

const again = (more = {}) =>
  sendFailedAgain(bed.store, found(), { ...order, ...more }, bed.clock.now());

const refusal = (more = {}) => {
  try {
    again(more);
  } catch (error) {
    if (error instanceof BadInput) return describeProblems(error.problems);
    throw error;
  }
  throw new Error('it was not refused');
};

const send = () => {
  reopenDispatch(bed.store, found(), 'Comms Lead', bed.clock.now());
  return runDispatch(testRun(bed.store, bed.data, found(), bed.clock));
};

/** Eight people have it; of them 2, 3 and 5 failed, and 7 bounced for good. */
async function sent() {
  const provider = bed.provide();
  const { run } = await bed.prepare(8, 3);
  await runDispatch(run);
  report(2, 'failed');
  report(3, 'bounced');
  report(5, 'suppressed');
  report(7, 'bounced', emailIdOf(7), true);
  report(8, 'delivered');
  return provider;
}

const gotIt = (provider: { taken: readonly { to: string }[] }, position: number) =>
  provider.taken.filter(({ to }) => to === `p${position}@kura.example`).length;

describe('what failed after it was accepted', () => {
  it('is listed, and sent again once to who is on the list, under new keys', async () => {
    const provider = await sent();
    expect(
      failedDeliveries(bed.store, found()).map(({ position, state, onList }) => [
        position,
        state,
        onList,
      ]),
    ).toEqual([
      [2, 'failed', true],
      [3, 'bounced', true],
      [5, 'suppressed', true],
      [7, 'bounced', false],
    ]);
    expect(again()).toEqual({ ready: 3, leftOut: 1, again: 0 });
    expect(await send()).toBe('done');
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((one) => gotIt(provider, one))).toEqual([
      1, 2, 2, 1, 2, 1, 1, 1,
    ]);
    expect(dispatchCounts(bed.store, 1)).toMatchObject({ accepted: 8, pending: 0 });
    report(2, 'failed');
    expect(refusal()).toMatchInlineSnapshot(`
      "the dispatch of 2026-05-08 for providers
        Expected deliveries that failed, to people on the list, not sent again yet.
        Found 1 who said no, bounced for good or are not on the list, and 1 sent again before, which is done once.
        See them with \`npm run -s panui -- status 2026-05-08 --failed\`.

      1 problem. Nothing was changed."
    `);
    expect(gotIt(provider, 2)).toBe(2);
    const result = recordContent(bed.store, found()).get('result.json')?.toString() ?? '';
    expect(JSON.parse(result)).toMatchObject({ sentAgain: [{ ...order, messages: 3 }] });
    expect(result).not.toContain('@');
  });

  it('stands as the second message does, whatever comes late about the first', async () => {
    await sent();
    const first = emailIdOf(3);
    again();
    report(3, 'failed', first);
    expect(stateOf(3)).toEqual({ status: 'pending', delivery: null });
    recordAccepted(bed.store, 1, { ...lost, positions: [3] }, [first], bed.clock.now());
    expect(stateOf(3)).toEqual({ status: 'pending', delivery: null });
    await send();
    report(3, 'delivered');
    report(3, 'suppressed', first);
    expect(stateOf(3)).toEqual({ status: 'accepted', delivery: 'delivered' });
  });

  it('is not sent to who leaves before it goes, nor to anybody by name who said no', async () => {
    const provider = await sent();
    expect(refusal({ only: ['p7@kura.example'] })).toContain(
      'Found 1 who said no, bounced for good or are not on the list.',
    );
    expect(refusal({ only: ['p8@kura.example'] })).toContain('Found none that failed.');
    again({ only: ['p2@kura.example'] });
    bed.store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 2`);
    expect(await send()).toBe('done');
    expect(gotIt(provider, 2)).toBe(1);
    expect(dispatchCounts(bed.store, 1)).toMatchObject({ accepted: 7, excluded: 1 });
  });

  it('waits until the dispatch is done', async () => {
    await bed.prepare(2);
    expect(refusal()).toContain('Expected one that is done.');
  });

  it('is forgotten with the person', async () => {
    await sent();
    again();
    await send();
    await forgetPerson(bed.store, bed.data, 'p2@kura.example', bed.clock.now());
    const left = 'SELECT email_id AS id FROM resendings ORDER BY position';
    expect(bed.store.rows(z.object({ id: z.string() }), left).map(({ id }) => id === '')).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('is not taken for an older store: the provider lists the first message, and the second still goes', async () => {
  const provider = await sent();
  again();
  reopenDispatch(bed.store, found(), 'Comms Lead', bed.clock.now());
  const run = testRun(bed.store, bed.data, found(), bed.clock);
  await recogniseRestored(run);
  expect(found()).toMatchObject({ status: 'frozen' });
  expect([2, 3, 5].map((position) => stateOf(position)?.status)).toEqual([
    'pending',
    'pending',
    'pending',
  ]);
  await runDispatch(run);
  expect([1, 2, 3, 5, 7].map((position) => gotIt(provider, position))).toEqual([1, 2, 2, 2, 1]);
});
