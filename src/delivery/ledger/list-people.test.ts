import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { exampleBulletin } from '../../testing/sending/example-bulletin.ts';
import { waysToLeave, watchLeavers } from '../../testing/sending/people-leave.ts';
import { addPeople, countedPeople, emptyFolder } from '../../testing/sending/test-run.ts';
import type { Store } from '../store/store.ts';
import { claimChunk } from './claim-chunk.ts';
import { dispatchCounts } from './dispatch-counts.ts';
import { findDispatch, moveDispatch, type Dispatch } from './dispatch.ts';
import { freeze } from './freeze.ts';
import { standardLimits } from './limits.ts';
import { listSome } from './list-people.ts';
import { sealDispatch } from './seal.ts';
import { cancelDispatch } from './stop-dispatch.ts';

const now = new Date('2026-05-07T21:00:00Z');
const people = 30;
const address = (id: number) => `p${id}@kura.example`;

/** A dispatch that was begun to be frozen: four times two people are written down at a time. */
function begin() {
  const data = emptyFolder();
  const store = openTestStore(data);
  addPeople(store, people);
  const bulletin = exampleBulletin();
  const order = { bulletin, siteUrl: 'https://news.example', expect: people, mostPeople: 2, now };
  return { data, store, order, dispatch: freeze(store, order) };
}

const setStatus = (store: Store, id: number, status: string) =>
  store.change('UPDATE subscriptions SET status = $status WHERE subscriber = $id', { id, status });

const textRow = z.object({ text: z.string() });

/** Seals it and claims every chunk, as sending does; gives whom the messages go to. */
async function whoGetsIt(store: Store, dispatch: Dispatch): Promise<string[]> {
  await sealDispatch(store, dispatch);
  moveDispatch(store, dispatch.id, ['frozen'], 'sending');
  const claimer = { owner: 'w', now, limits: standardLimits };
  while (claimChunk(store, dispatch, claimer).kind === 'claimed');
  return store
    .rows(
      textRow,
      `SELECT address AS text FROM deliveries WHERE status = 'pending' ORDER BY position`,
    )
    .map(({ text }) => text);
}

describe('the people of a dispatch, written down a few at a time', () => {
  it('are those who were on the list when it was frozen, but for whoever leaves between any two steps', async () => {
    for (let step = 0; step <= 4; step += 1) {
      const { data, store, dispatch } = begin();
      for (let at = 0; at < step; at += 1) expect(listSome(store, dispatch)).toBe(at < 4);
      const watch = watchLeavers();
      const left = new Set<string>();
      // One of those whose turn came first, and one of the last, for each way.
      for (const [at, way] of waysToLeave.entries()) {
        for (const id of [1 + at, people - at]) {
          watch.leave(store, data, address(id), way, now);
          left.add(address(id));
        }
      }
      addPeople(store, 3, people + 1);
      // Who left and came back was there at the beginning, and is.
      setStatus(store, 20, 'unsubscribed');
      setStatus(store, 20, 'subscribed');
      expect(dispatchCounts(store, dispatch.id).pending).toBeLessThanOrEqual(people);
      const all = Array.from({ length: people }, (_, at) => address(at + 1));
      expect(await whoGetsIt(store, dispatch)).toEqual(all.filter((one) => !left.has(one)));
      expect(watch.faults([])).toEqual([]);
      const counts = dispatchCounts(store, dispatch.id);
      expect(counts).toMatchObject({ pending: people - 12, excluded: 12 });
      expect(countedPeople(store)).toBe(step === 4 ? 0 : step === 0 ? 2 : 1);
      store.close();
    }
  }, 60_000);

  it('are not the list as it is read: without the notes of how people stood, it does not add up', async () => {
    const { store, dispatch } = begin();
    listSome(store, dispatch);
    addPeople(store, 3, people + 1);
    store.change('DELETE FROM stood_before');
    await expect(sealDispatch(store, dispatch)).rejects.toThrow(/do not add up to the list/);
    store.close();
  });

  it('do not hold somebody who joins with the number of one who was forgotten', async () => {
    const { data, store, dispatch } = begin();
    watchLeavers().leave(store, data, address(people), 'forgotten', now);
    addPeople(store, 1, people);
    store.change(`UPDATE subscribers SET address = 'new@kura.example' WHERE id = ${people}`);
    const got = await whoGetsIt(store, dispatch);
    expect(got).toHaveLength(people - 1);
    expect(got).not.toContain('new@kura.example');
    store.close();
  });

  it('may be written down by two processes in turn, each of whom stops anywhere', async () => {
    const { data, store, order, dispatch } = begin();
    const other = openTestStore(data);
    const same = freeze(other, { ...order, expect: 999 });
    expect(same.id).toBe(dispatch.id);
    for (let at = 0; at < 6; at += 1) listSome(at % 2 ? other : store, dispatch);
    await Promise.all([sealDispatch(store, dispatch), sealDispatch(other, same)]);
    expect(await whoGetsIt(store, dispatch)).toHaveLength(people);
    other.close();
    store.close();
  });

  it('add up where it is cancelled in between, and it can be frozen anew', async () => {
    const { store, order, dispatch } = begin();
    listSome(store, dispatch);
    expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: people });
    cancelDispatch(store, dispatch, 'Mere', now);
    expect(listSome(store, dispatch)).toBe(false);
    expect(dispatchCounts(store, dispatch.id)).toMatchObject({ pending: 0, excluded: people });
    const anew = freeze(store, order);
    expect(await whoGetsIt(store, anew)).toHaveLength(people);
    expect(findDispatch(store, order.bulletin.edition, 'providers')?.id).toBe(anew.id);
    store.close();
  });
});
