import { openTestStore } from '../../testing/postgres/open-test-store.ts';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { dispatchCounts, dispatchReasons } from '../ledger/dispatch-counts.ts';
import { dispatchState } from '../ledger/dispatch.ts';
import { cancelDispatch, pauseDispatch, reopenDispatch } from '../ledger/stop-dispatch.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeOptions } from '../../testing/sending/fake-provider.ts';
import { resendTransport } from '../transports/resend.ts';
import { waysToLeave, watchLeavers } from '../../testing/sending/people-leave.ts';
import { differences } from '../../testing/sending/test-run.ts';
import { runDispatch } from './run-dispatch.ts';
import type { DispatchRun } from './dispatch-run.ts';
import { testBed } from '../../testing/sending/test-bed.ts';

const bed = testBed();

const attempts = () =>
  bed.store.rows(
    z.object({ outcome: z.string().nullable(), detail: z.string().nullable() }),
    'SELECT outcome, detail FROM attempts ORDER BY started_at, seq, number',
  );

describe('a dispatch', () => {
  it('gives every subscriber the bulletin once, a hundred at a time', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(250);
    expect(await runDispatch(run)).toBe('done');
    expect(provider.taken.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 250 }, (_, at) => `p${at + 1}@kura.example`).toSorted(),
    );
    expect(provider.counts.requests).toBe(3);
    expect(dispatchCounts(bed.store, dispatch.id)).toEqual({
      pending: 0,
      accepted: 250,
      takenAsSent: 0,
      excluded: 0,
      needsPerson: 0,
    });
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('repeats with the same bytes and key whatever stays unknown', async () => {
    const faults = ['drop after', 'cut', '500 after', 'html', '503', 'concurrent'] as const;
    const provider = bed.provide({ fault: (request) => faults[request] });
    const { run } = await bed.prepare(40, 10, { workers: 1 });
    expect(await runDispatch(run)).toBe('done');
    expect(differences(bed.store, provider)).toEqual([]);
    expect(provider.counts.replayed).toBeGreaterThanOrEqual(3);
  });

  it('keeps to the limit of the provider and loses little of it', async () => {
    const provider = bed.provide({ perSecond: 10 });
    const { run } = await bed.prepare(600, 3, { workers: 4 });
    expect(await runDispatch(run)).toBe('done');
    const times = provider.taken.map(({ at }) => at);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    expect(provider.counts.limited).toBe(0);
    expect(200 / seconds).toBeGreaterThan(9.5);
  });

  it('waits together as long as the provider asks', async () => {
    const provider = bed.provide({ fault: (request) => (request < 3 ? '429' : undefined) });
    const { run } = await bed.prepare(20, 2, { workers: 3 });
    const begin = bed.clock.now().getTime();
    expect(await runDispatch(run)).toBe('done');
    expect(bed.clock.now().getTime() - begin).toBeGreaterThanOrEqual(1000);
    expect(provider.counts.limited).toBeLessThanOrEqual(3);
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('leaves out who unsubscribed before the chunk was first tried', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(6, 2);
    bed.store.change(
      `UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber IN (2, 5, 6)`,
    );
    expect(await runDispatch(run)).toBe('done');
    expect(provider.taken.map(({ to }) => to)).toEqual([
      'p1@kura.example',
      'p3@kura.example',
      'p4@kura.example',
    ]);
    expect(dispatchReasons(bed.store, dispatch.id).excluded).toEqual({ unsubscribed: 3 });
  });

  it('finds the one impossible address among many and sends to all others', async () => {
    const provider = bed.provide({ impossible: (address) => address === 'p777@kura.example' });
    const { dispatch, run } = await bed.prepare(1000);
    expect(await runDispatch(run)).toBe('done');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 999, needsPerson: 1 });
    expect(differences(bed.store, provider)).toEqual([]);
    expect(provider.counts.requests).toBeLessThan(30);
    const { needsPerson } = dispatchReasons(bed.store, dispatch.id);
    expect(needsPerson).toEqual({
      'refused: 422 validation_error: Invalid `to` field: p***@kura.example': 1,
    });
  });

  it('pauses by itself when the provider refuses too many', async () => {
    const provider = bed.provide({ impossible: () => true });
    const { dispatch, run } = await bed.prepare(60, 20, { stopAfterRefused: 5 });
    expect(await runDispatch(run)).toBe('paused');
    expect(dispatchState(bed.store, dispatch.id).reason).toContain('refused 5 messages');
    expect(provider.taken).toEqual([]);
  });

  it('pauses at the quota, says when to go on, and goes on then', async () => {
    const options: FakeOptions = { now: () => bed.clock.now().getTime(), dailyQuota: 25 };
    const provider = fakeProvider(options);
    vi.stubGlobal('fetch', fakeFetch(provider));
    const { dispatch, run } = await bed.prepare(40, 10, { workers: 1 });
    expect(await runDispatch(run)).toBe('paused');
    expect(dispatchState(bed.store, dispatch.id).reason).toMatchInlineSnapshot(
      `"The provider said 429 daily_quota_exceeded: You have reached your daily email sending quota. The quota is renewed at midnight UTC: send again after midday, Friday 8 May 2026."`,
    );
    options.dailyQuota = 1000;
    bed.clock.jump(5 * 3_600_000);
    expect(await runDispatch(run)).toBe('paused');
    expect(reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now())).toBe(true);
    expect(await runDispatch(run)).toBe('done');
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it.each([
    ['a wrong key', { apiKey: 're_other' }, 'API key is invalid'],
    ['a domain that is not verified', { verifiedDomains: ['x.example'] }, 'is not verified'],
  ])('stops for %s, sends nothing and loses nothing', async (_, options, words) => {
    const provider = bed.provide(options);
    const { dispatch, run } = await bed.prepare(10, 2);
    expect(await runDispatch(run)).toBe('paused');
    expect(dispatchState(bed.store, dispatch.id).reason).toContain(words);
    expect(provider.taken).toEqual([]);
    vi.unstubAllGlobals();
    const mended = bed.provide();
    reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch(run)).toBe('done');
    expect(differences(bed.store, mended)).toEqual([]);
  });

  it('leaves it to a person when a 2xx without the ids comes twice', async () => {
    bed.provide({ fault: () => 'empty 200' });
    const { dispatch, run } = await bed.prepare(4, 2);
    expect(await runDispatch(run)).toBe('review');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ needsPerson: 4 });
  });

  it('never changes a key: another body under it stops everything', async () => {
    const provider = bed.provide({
      fault: (request) => (request === 0 ? 'drop after' : undefined),
    });
    const { dispatch, run } = await bed.prepare(4, 2, { workers: 1 });
    let calls = 0;
    const transport = resendTransport('re_test', 'https://provider.example');
    const changing: DispatchRun['transport'] = {
      ...transport,
      sendBatch: (body, key, signal) => {
        calls += 1;
        const text = [...body.pieces].join('');
        const other = Buffer.from(text.replaceAll('"subject":"', `"subject":"${calls}`));
        return transport.sendBatch({ pieces: [other], size: other.length }, key, signal);
      },
    };
    expect(await runDispatch({ ...run, transport: changing })).toBe('review');
    expect(dispatchState(bed.store, dispatch.id).reason).toContain('invalid_idempotent_request');
    expect(new Set(provider.taken.map(({ to }) => to)).size).toBe(provider.taken.length);
  });

  it('sends no chunk whose bytes are not the frozen ones', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(4, 2);
    bed.store.change(`UPDATE deliveries SET address = 'other@kura.example' WHERE position = 1`);
    expect(await runDispatch(run)).toBe('review');
    expect(provider.taken.map(({ to }) => to)).not.toContain('other@kura.example');
    expect(dispatchState(bed.store, dispatch.id).reason).toContain('not the same bytes');
  });

  it('repeats nothing that has been unknown for 20 hours', async () => {
    let dead = true;
    const provider = bed.provide({ fault: () => (dead ? 'drop after' : undefined) });
    const { dispatch, run } = await bed.prepare(4, 2);
    const drained = new AbortController();
    const sleep = async (milliseconds: number) => {
      await bed.clock.sleep(milliseconds);
      if (provider.counts.requests > 5) drained.abort();
    };
    expect(await runDispatch({ ...run, sleep, signal: drained.signal })).toBe('sending');
    dead = false;
    bed.clock.jump(20 * 3_600_000);
    const before = provider.counts.requests;
    expect(await runDispatch(run)).toBe('review');
    expect(provider.counts.requests).toBe(before);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ needsPerson: 4 });
  });

  it('trusts no unknown chunk after the clock was set back', async () => {
    const provider = bed.provide({
      fault: (request) => (request === 0 ? 'drop after' : undefined),
    });
    const { dispatch, run } = await bed.prepare(2);
    const drained = new AbortController();
    const sleep = async () => drained.abort();
    await runDispatch({ ...run, workers: 1, sleep, signal: drained.signal });
    bed.clock.jump(-3_600_000);
    expect(await runDispatch(run)).toBe('review');
    expect(provider.counts.requests).toBe(1);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ needsPerson: 2 });
  });

  it('drains when asked and goes on when run again', async () => {
    const provider = bed.provide();
    const { run } = await bed.prepare(20, 2);
    const drained = new AbortController();
    const checkpoint = (point: string) => {
      if (point === 'answered' && provider.counts.requests >= 3) drained.abort();
    };
    expect(await runDispatch({ ...run, signal: drained.signal, checkpoint })).toBe('sending');
    expect(attempts().every(({ outcome }) => outcome !== null)).toBe(true);
    const before = provider.taken.length;
    expect(before).toBeLessThan(20);
    expect(await runDispatch(run)).toBe('done');
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('can be paused by somebody else in the middle, and cancelled', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(20, 2, { workers: 1 });
    const checkpoint = (point: string) => {
      if (point === 'recorded' && provider.counts.requests === 4) {
        pauseDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
      }
    };
    expect(await runDispatch({ ...run, checkpoint })).toBe('paused');
    expect(provider.taken).toHaveLength(8);
    expect(cancelDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now())).toBe(true);
    expect(await runDispatch(run)).toBe('cancelled');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 8, excluded: 12 });
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('is shared by several processes that run at once', async () => {
    const provider = bed.provide();
    const { run } = await bed.prepare(100, 3);
    const second = openTestStore(bed.data);
    const ends = await Promise.all([runDispatch(run), runDispatch({ ...run, store: second })]);
    second.close();
    expect(ends).toEqual(['done', 'done']);
    expect(differences(bed.store, provider)).toEqual([]);
    expect(provider.taken).toHaveLength(100);
  });
});

describe('a dispatch that stands still', () => {
  /** One person after the other leaves, in every way. */
  const leave = async (people: readonly number[]) => {
    const watch = watchLeavers();
    for (const [at, person] of people.entries()) {
      const way = waysToLeave[at % waysToLeave.length] ?? 'removed';
      watch.leave(bed.store, bed.data, `p${person}@kura.example`, way, bed.clock.now());
    }
    return watch;
  };

  it('at the quota of the day reaches nobody of 400 who left before their message goes', async () => {
    const options: FakeOptions = { now: () => bed.clock.now().getTime(), dailyQuota: 150 };
    const provider = fakeProvider(options);
    vi.stubGlobal('fetch', fakeFetch(provider));
    const { dispatch, run } = await bed.prepare(400);
    expect(await runDispatch(run)).toBe('paused');
    expect(provider.taken).toHaveLength(100);
    const watch = await leave([101, 150, 199, 200, 201, 250, 301, 399, 400]);
    bed.clock.jump(24 * 3_600_000);
    options.dailyQuota = 1000;
    reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch(run)).toBe('done');
    expect(watch.faults(provider.taken)).toEqual([]);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 391, excluded: 9 });
    expect(dispatchReasons(bed.store, dispatch.id).excluded).toEqual({
      bounced: 2,
      complained: 1,
      forgotten: 1,
      removed: 2,
      unsubscribed: 3,
    });
    expect(provider.taken).toHaveLength(391);
  });

  it.each([
    ['retry-after', 429, 'rate_limit_exceeded'],
    ['refusal of the key', 401, 'invalid_api_key'],
  ])('because of a %s reaches nobody who left meanwhile', async (_, status, name) => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(20, 4, { workers: 3 });
    const until = bed.clock.now().getTime() + 30_000;
    let watch: Awaited<ReturnType<typeof leave>> | undefined;
    const sendBatch: DispatchRun['transport']['sendBatch'] = async (...request) => {
      if (bed.clock.now().getTime() > until) return run.transport.sendBatch(...request);
      watch ??= await leave([1, 5, 6, 7, 8, 12, 20]);
      return { status, name, message: '', data: null, headers: { 'retry-after': '60' } };
    };
    const transport: DispatchRun['transport'] = { ...run.transport, sendBatch };
    await runDispatch({ ...run, transport });
    bed.clock.jump(60_000);
    reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch({ ...run, transport })).toBe('done');
    expect(watch?.faults(provider.taken)).toEqual([]);
    expect(provider.taken).toHaveLength(13);
    expect(differences(bed.store, provider, watch?.forgotten)).toEqual([]);
  });

  it('because somebody paused it reaches nobody who left while chunks were claimed', async () => {
    const provider = bed.provide({ perSecond: 2 });
    const { dispatch, run } = await bed.prepare(20, 4, { workers: 3 });
    let watch: Awaited<ReturnType<typeof leave>> | undefined;
    const checkpoint: DispatchRun['checkpoint'] = (point) => {
      if (point !== 'answered' || watch) return;
      pauseDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    };
    expect(await runDispatch({ ...run, checkpoint })).toBe('paused');
    expect(provider.taken).toHaveLength(4);
    watch = await leave([5, 6, 7, 8, 12, 20]);
    reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch({ ...run, checkpoint })).toBe('done');
    expect(watch.faults(provider.taken)).toEqual([]);
    expect(provider.taken).toHaveLength(14);
  });

  it('takes somebody out who leaves while their chunk waits for its turn', async () => {
    const provider = bed.provide({ perSecond: 1 });
    const { run } = await bed.prepare(8, 4, { workers: 2 });
    const checkpoint: DispatchRun['checkpoint'] = (point, { seq }) => {
      if (point === 'recorded' && seq === 1) {
        bed.store.change(`UPDATE subscriptions SET status = 'unsubscribed' WHERE subscriber = 6`);
      }
    };
    expect(await runDispatch({ ...run, checkpoint })).toBe('done');
    expect(provider.taken.map(({ to }) => to)).not.toContain('p6@kura.example');
    expect(provider.taken).toHaveLength(7);
    expect(attempts().map(({ detail }) => detail)).toContain('somebody in it left the list');
  });

  it('gives a chunk of which somebody left a new key and a new hash', async () => {
    const provider = bed.provide({ dailyQuota: 0 });
    const { run } = await bed.prepare(4, 2, { workers: 1 });
    const chunks = () =>
      bed.store.rows(
        z.object({ key: z.string(), hash: z.string() }),
        'SELECT idempotency_key AS key, body_hash AS hash FROM chunks ORDER BY seq',
      );
    const before = chunks();
    expect(await runDispatch(run)).toBe('paused');
    expect(chunks()).toEqual(before);
    await leave([1]);
    reopenDispatch(bed.store, run.dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch(run)).toBe('paused');
    const [first, second] = chunks();
    expect(second).toEqual(before[1]);
    expect(first?.key).not.toBe(before[0]?.key);
    expect(first?.hash).not.toBe(before[0]?.hash);
    expect(provider.taken).toEqual([]);
  });
});
