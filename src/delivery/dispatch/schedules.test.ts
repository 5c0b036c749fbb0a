import { keepStore, putStoreBack } from '../../testing/postgres/keep-store.ts';
import { openTestStore, testServer } from '../../testing/postgres/open-test-store.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BadInput } from '../../problems/problem.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import type { Claim } from '../ledger/claimed-chunk.ts';
import { reopenDispatch } from '../ledger/stop-dispatch.ts';
import type { Store } from '../store/store.ts';
import { classify } from '../transports/classify.ts';
import { waysToLeave, watchLeavers } from '../../testing/sending/people-leave.ts';
import { triedIsLeft } from '../../testing/sending/tried-is-left.ts';
import type { Checkpoint, DispatchRun } from './dispatch-run.ts';
import type { Fault } from '../../testing/sending/fake-answers.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeOptions } from '../../testing/sending/fake-provider.ts';
import {
  addPeople,
  differences,
  emptyFolder,
  frozenDispatch,
  ledgerRows,
  testClock,
  testRun,
} from '../../testing/sending/test-run.ts';
import { runDispatch } from './run-dispatch.ts';
import { randomFrom } from '../../testing/random-from.ts';

afterEach(() => vi.unstubAllGlobals());

const faults: readonly Fault[] = [
  'drop before',
  'drop after',
  '500 before',
  '500 after',
  '503',
  'html',
  'html 200',
  'cut',
  '429',
  'concurrent',
  'locked',
];

/** The process is gone: nothing of it does anything any more. */
class Killed extends Error {}

const hour = 3_600_000;

/**
 * One made-up life of a dispatch: faults of the provider, a quota, kills, people who come, and who leave
 * in any way at any point, jumps of the clock, and now and then an older backup in place of the store.
 */
async function live(seed: number, plant: (store: Store) => Store = (store) => store) {
  const random = randomFrom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const clock = testClock();
  const faulty = random() * 0.6;
  const quota: Pick<FakeOptions, 'dailyQuota'> = random() < 0.4 ? { dailyQuota: upTo(40) } : {};
  const options: FakeOptions = {
    now: () => clock.now().getTime(),
    ...(random() < 0.3 && { perSecond: upTo(10) }),
    ...quota,
    fault: () => (random() < faulty ? faults[Math.floor(random() * faults.length)] : undefined),
  };
  const provider = fakeProvider(options);
  vi.stubGlobal('fetch', fakeFetch(provider));
  const data = emptyFolder();
  let store = openTestStore(data);
  const people = upTo(60);
  const dispatch = await frozenDispatch(store, people, clock.now(), upTo(12));
  const watch = watchLeavers();
  let backup: ReadonlySet<string> | undefined;
  let newest: ReadonlySet<string> = new Set();
  let status = '';
  for (let round = 0; round < 60 && !['done', 'review'].includes(status); round += 1) {
    let left = random() < 0.7 ? upTo(40) : Number.POSITIVE_INFINITY;
    let dead = false;
    const leave = () => {
      const way = waysToLeave[upTo(waysToLeave.length) - 1] ?? 'removed';
      watch.leave(store, data, `p${upTo(people)}@kura.example`, way, clock.now());
    };
    const base = testRun(plant(store), data, dispatch, clock);
    const tookNothing = new Set<string>();
    const checkpoint = (point: Checkpoint, claim: Claim) => {
      const request = `${round} ${claim.seq} ${claim.attempt}`;
      if (point === 'recorded' && tookNothing.has(claim.key)) watch.tookNothing(request);
      // Nobody else writes to the store while a worker takes its turn.
      if (point !== 'journalled' && random() < 0.06) leave();
      left -= 1;
      if (left <= 0) dead = true;
      if (dead) throw new Killed();
      // Its turn is taken with this: from here on a byte may leave.
      if (point === 'journalled') watch.begins(request, store, claim);
    };
    const transport: DispatchRun['transport'] = {
      ...base.transport,
      sendBatch: async (body, key, signal) => {
        const answer = await base.transport.sendBatch(body, key, signal);
        tookNothing.delete(key);
        if (['wait', 'quota'].includes(classify(answer, 1).kind)) tookNothing.add(key);
        return answer;
      },
    };
    const put = (copy: string, saved: ReadonlySet<string>) => {
      store.close();
      putStoreBack(data, copy);
      store = openTestStore(data);
      watch.restore(saved);
      status = '';
    };
    try {
      status = await runDispatch({ ...base, transport, workers: upTo(4), random, checkpoint });
    } catch (error) {
      // The journal knows more than an older backup: a person puts the newest store in its place.
      if (error instanceof BadInput) put('newest', newest);
      else if (!(error instanceof Killed)) throw error;
    }
    if (random() < 0.4) leave();
    if (status === 'paused') {
      options.dailyQuota = (options.dailyQuota ?? 0) + upTo(40);
      reopenDispatch(store, dispatch, 'Comms Lead', clock.now());
    }
    change(store, round, random, people);
    if (random() < 0.15) clock.jump(random() * 30 * hour);
    if (random() < 0.1) {
      if (!backup) keepStore(data, 'old');
      backup ??= watch.save();
    } else if (backup && random() < 0.15) {
      keepStore(data, 'newest');
      newest = watch.save();
      put('old', backup);
    }
  }
  return { store, provider, dispatch, status, watch };
}

/** Something happens to the list while the dispatch is under way; its frozen people stay as they are. */
function change(store: Store, round: number, random: () => number, people: number): void {
  const subscriber = 1 + Math.floor(random() * people);
  if (random() < 0.2) {
    store.change(`UPDATE subscribers SET name = 'Changed' WHERE id = $subscriber`, { subscriber });
  }
  if (random() < 0.2) addPeople(store, 1, 1000 + round * 10 + (store.rows.length % 7));
}

/* A backup of a database takes longer than one of a file; both make the same moves. */
const isEmbedded = testServer() === undefined;

describe('any schedule of faults, kills, list edits, clock jumps and restored backups', () => {
  it.each(isEmbedded ? [0, 10, 20, 30, 40, 50, 60, 70] : [0])(
    'lose nobody, and reach nobody who had left: ten from seed %i',
    async (first) => {
      const ends = { done: 0, review: 0, other: 0 };
      let leavers = 0;
      for (let seed = first; seed < first + 10; seed += 1) {
        const { store, provider, dispatch, status, watch } = await live(seed);
        const found = [
          ...differences(store, provider, watch.forgotten),
          ...watch.faults(provider.taken),
        ];
        expect({ seed, faults: found }).toEqual({ seed, faults: [] });
        leavers += watch.count();
        const counts = dispatchCounts(store, dispatch.id);
        if (status === 'done')
          expect({ seed, ...counts }).toMatchObject({ pending: 0, needsPerson: 0 });
        if (status === 'review') expect(counts.needsPerson).toBeGreaterThan(0);
        ends[status === 'done' || status === 'review' ? status : 'other'] += 1;
        const mailed = new Set(provider.taken.map(({ to }) => to));
        const unsure = ledgerRows(store).filter((row) => row.status === 'needs_person');
        // Whoever got it without the ledger's knowledge is on the list that a person gets.
        const known = new Set(
          [...ledgerRows(store).filter((row) => row.status === 'accepted'), ...unsure].map(
            ({ address }) => address,
          ),
        );
        const isKnown = (to: string) => known.has(to) || watch.forgotten.has(to);
        if (status !== '') expect([...mailed].filter((to) => !isKnown(to))).toEqual([]);
        store.close();
      }
      expect(ends.done).toBeGreaterThan(0);
      expect(ends.other).toBeLessThan(3);
      expect(leavers).toBeGreaterThan(4);
    },
    90_000,
  );

  // With a database this is shown by processes that are killed (kill.test.ts).
  if (isEmbedded)
    it('notices the mistake of taking "was tried" for "may have left"', async () => {
      const found: string[] = [];
      for (let seed = 0; seed < 20; seed += 1) {
        const { store, provider, watch } = await live(seed, triedIsLeft);
        found.push(...watch.faults(provider.taken));
        store.close();
      }
      expect(found.length).toBeGreaterThan(3);
    }, 90_000);
});

describe('a store replaced by an older backup', () => {
  it('learns from the journal what it forgot, and repeats it with the same key', async () => {
    const clock = testClock();
    const provider = fakeProvider({ now: () => clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    const data = emptyFolder();
    let store = openTestStore(data);
    const dispatch = await frozenDispatch(store, 30, clock.now(), 5);
    keepStore(data, 'old');
    const restore = () => {
      store.close();
      putStoreBack(data, 'old');
      store = openTestStore(data);
    };
    expect(await runDispatch(testRun(store, data, dispatch, clock))).toBe('done');
    restore();
    clock.jump(hour);
    expect(await runDispatch(testRun(store, data, dispatch, clock))).toBe('done');
    expect(provider.counts.replayed).toBe(6);
    expect(differences(store, provider)).toEqual([]);
    restore();
    clock.jump(30 * hour);
    expect(await runDispatch(testRun(store, data, dispatch, clock))).toBe('review');
    expect(dispatchCounts(store, dispatch.id)).toMatchObject({ needsPerson: 30 });
    expect(provider.taken).toHaveLength(30);
    store.close();
  });

  it('stops where the journal knows more than the store can place', async () => {
    const clock = testClock();
    const provider = fakeProvider({ now: () => clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    const data = emptyFolder();
    openTestStore(data).close();
    keepStore(data, 'empty');
    const first = openTestStore(data);
    const dispatch = await frozenDispatch(first, 3, clock.now());
    await runDispatch(testRun(first, data, dispatch, clock));
    first.close();
    putStoreBack(data, 'empty');
    const second = openTestStore(data);
    const again = await frozenDispatch(second, 3, clock.now());
    await expect(runDispatch(testRun(second, data, again, clock))).rejects.toThrow(BadInput);
    expect(provider.taken).toHaveLength(3);
    second.close();
  });
});
