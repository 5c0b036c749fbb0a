import { describe, expect, it, vi } from 'vitest';
import { claimChunk } from '../ledger/claim-chunk.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { approvalState, approve } from '../approval/approval.ts';
import {
  dispatchState,
  findCancelled,
  findDispatch,
  moveDispatch,
  type Dispatch,
} from '../ledger/dispatch.ts';
import { takeTurn } from '../ledger/take-turn.ts';
import { standardLimits } from '../ledger/limits.ts';
import { openCases, resolveCase, type Decision } from '../ledger/resolve.ts';
import { cancelDispatch, reopenDispatch } from '../ledger/stop-dispatch.ts';
import type { Fault } from '../../testing/sending/fake-answers.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider, type FakeOptions } from '../../testing/sending/fake-provider.ts';
import { attemptChunk } from './attempt-chunk.ts';
import { differences } from '../../testing/sending/test-run.ts';
import { runDispatch } from './run-dispatch.ts';
import type { DispatchRun } from './dispatch-run.ts';
import { testBed } from '../../testing/sending/test-bed.ts';

/* Answers that come late or never, workers that stand still, and people who decide meanwhile. */

const bed = testBed();
const hour = 3_600_000;

/** The run as one whose first answer reaches it only after `meanwhile`. */
const delayed = (run: DispatchRun, meanwhile: () => Promise<void>): DispatchRun => {
  let first = true;
  const sendBatch: DispatchRun['transport']['sendBatch'] = async (body, key, signal) => {
    const answer = await run.transport.sendBatch(body, key, signal);
    if (first) {
      first = false;
      await meanwhile();
    }
    return answer;
  };
  return { ...run, workers: 1, transport: { ...run.transport, sendBatch } };
};

describe('an answer', () => {
  it.each<Fault>(['hang', 'slow'])(
    'that is given up for being too late (%s) is asked for again, with the same key',
    async (fault) => {
      const provider = bed.provide({ fault: (request) => (request < 3 ? fault : undefined) });
      const limits = { ...standardLimits, timeout: 30 };
      const { run } = await bed.prepare(20, 4, { limits });
      expect(await runDispatch(run)).toBe('done');
      expect(provider.counts.replayed).toBe(3);
      expect(differences(bed.store, provider)).toEqual([]);
    },
  );

  it.each(['html', 'html 200', 'cut', 'drop after'] as const)(
    'that cannot be read (%s) proves nothing and is asked for again',
    async (fault) => {
      const provider = bed.provide({ fault: (request) => (request % 3 > 0 ? fault : undefined) });
      const { run } = await bed.prepare(30, 5);
      expect(await runDispatch(run)).toBe('done');
      expect(differences(bed.store, provider)).toEqual([]);
    },
  );

  it('of 429 to everything for a while costs few requests and no message', async () => {
    const storm = bed.clock.now().getTime() + 30_000;
    const provider = bed.provide({
      perSecond: 10,
      fault: () => (bed.clock.now().getTime() < storm ? '429' : undefined),
    });
    const { run } = await bed.prepare(60, 2, { workers: 6 });
    expect(await runDispatch(run)).toBe('done');
    // A second's wait each time, and never more than the workers that were already on their way.
    expect(provider.counts.limited).toBeLessThan(30 * 6);
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('after the lease holds, though another worker has asked again', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(3);
    const late = delayed(run, async () => {
      bed.clock.jump(2 * standardLimits.lease);
      expect(await runDispatch(run)).toBe('done');
    });
    expect(await runDispatch(late)).toBe('done');
    expect(provider.counts).toMatchObject({ taken: 3, replayed: 1 });
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 3 });
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it.each<[Decision, string]>([
    ['sent', 'done'],
    ['leave-out', 'done'],
    ['send-again', 'paused'],
  ])(
    'after a person decided "%s" holds all the same, and nobody gets two',
    async (decision, end) => {
      const provider = bed.provide();
      const { dispatch, run } = await bed.prepare(3);
      const late = delayed(run, async () => {
        bed.clock.jump(21 * hour);
        expect(await runDispatch(run)).toBe('review');
        const [open] = openCases(bed.store, dispatch);
        resolveCase(bed.store, dispatch, open?.seq ?? 0, decision, 'Comms Lead', bed.clock.now());
      });
      expect(await runDispatch(late)).toBe(end);
      reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
      expect(await runDispatch(run)).toBe('done');
      expect(provider.taken).toHaveLength(3);
      expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 3 });
      expect(differences(bed.store, provider)).toEqual([]);
    },
  );

  it('settles a case that waited for a person, so that nobody is asked in vain', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(3);
    const late = delayed(run, async () => {
      bed.clock.jump(21 * hour);
      expect(await runDispatch(run)).toBe('review');
    });
    expect(await runDispatch(late)).toBe('done');
    expect(openCases(bed.store, dispatch)).toEqual([]);
    expect(differences(bed.store, provider)).toEqual([]);
  });
});

/** What a worker has in hand that has just taken a chunk of a dispatch that begins. */
const claim = (dispatch: Dispatch, owner: string) => {
  moveDispatch(bed.store, dispatch.id, ['frozen'], 'sending');
  const step = claimChunk(bed.store, dispatch, {
    owner,
    now: bed.clock.now(),
    limits: standardLimits,
  });
  if (step.kind !== 'claimed') throw new Error('there was nothing to claim');
  return step.claim;
};

describe('a worker that stood still after it had claimed a chunk', () => {
  it('leaves it alone when another one has sent it', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(4, 2);
    const claimed = claim(dispatch, 'stopped');
    bed.clock.jump(10 * 60_000);
    expect(await runDispatch(run)).toBe('done');
    await attemptChunk(run, 'stopped', claimed);
    expect(dispatchState(bed.store, dispatch.id).status).toBe('done');
    expect(provider.taken).toHaveLength(4);
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it('does not hold a chunk for hours because the clock was set back', async () => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(4, 2);
    const claimed = claim(dispatch, 'dead');
    const worker = { owner: 'dead', now: bed.clock.now(), limits: standardLimits };
    expect(takeTurn(bed.store, dispatch.id, claimed, worker)).toEqual({ kind: 'go' });
    bed.clock.jump(-6 * hour);
    const begin = bed.clock.now().getTime();
    expect(await runDispatch(run)).toBe('review');
    expect(bed.clock.now().getTime() - begin).toBeLessThan(60_000);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 2, needsPerson: 2 });
    expect(differences(bed.store, provider)).toEqual([]);
  });
});

describe('a clock that is set back by an hour', () => {
  /** Sets it back at the first answer; gives how long the dispatch took, in milliseconds. */
  const setBack = async (fault: Fault | undefined, milliseconds = hour) => {
    let requests = 0;
    const provider = bed.provide({
      fault: () => {
        requests += 1;
        return requests === 1 ? fault : undefined;
      },
    });
    const { dispatch, run } = await bed.prepare(12, 2);
    let isSetBack = false;
    let took = 0;
    const checkpoint = (point: string) => {
      if (point !== 'recorded' || isSetBack) return;
      isSetBack = true;
      bed.clock.jump(-milliseconds);
      took = bed.clock.now().getTime();
    };
    const status = await runDispatch({ ...run, workers: 1, checkpoint });
    took = bed.clock.now().getTime() - took;
    expect(differences(bed.store, provider)).toEqual([]);
    return { status, took, counts: dispatchCounts(bed.store, dispatch.id) };
  };

  it.each([undefined, '429', 'locked'] as const)(
    'in the middle of a dispatch holds up nothing that waits its turn, after the answer %s',
    async (fault) => {
      const { status, took, counts } = await setBack(fault);
      expect({ status, ...counts }).toMatchObject({ status: 'done', accepted: 12 });
      expect(took).toBeLessThan(60_000);
    },
  );

  it.each(['drop before', '503'] as const)(
    'leaves what is unknown to a person at once, after the answer %s',
    async (fault) => {
      const { status, took, counts } = await setBack(fault);
      expect({ status, ...counts }).toMatchObject({
        status: 'review',
        needsPerson: 2,
        accepted: 10,
      });
      expect(took).toBeLessThan(60_000);
    },
  );

  it('by some minutes holds up what waits for the provider for no longer than it may ask for', async () => {
    const { status, took } = await setBack('429', 10 * 60_000);
    expect(status).toBe('done');
    expect(took).toBeLessThan(15 * 60_000);
  });

  it('after it was frozen holds up nothing', async () => {
    bed.provide();
    const { run } = await bed.prepare(12, 2);
    bed.clock.jump(-hour);
    const begin = bed.clock.now().getTime();
    expect(await runDispatch(run)).toBe('done');
    expect(bed.clock.now().getTime() - begin).toBeLessThan(60_000);
  });
});

describe('a chunk that was claimed, of which no byte has left', () => {
  it.each([-6, 30])('is begun by another worker after %i hours', async (hours) => {
    const provider = bed.provide();
    const { dispatch, run } = await bed.prepare(4, 2);
    claim(dispatch, 'dead');
    bed.clock.jump(hours * hour);
    expect(await runDispatch(run)).toBe('done');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 4 });
    expect(differences(bed.store, provider)).toEqual([]);
  });
});

describe('a dispatch that is cancelled while it is being sent', () => {
  it('asks nobody about messages that were only waiting for their turn', async () => {
    const provider = bed.provide({ perSecond: 2 });
    const { dispatch, run } = await bed.prepare(40, 2, { workers: 6 });
    const checkpoint = (point: string) => {
      if (point === 'recorded' && provider.counts.requests === 5) {
        cancelDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
      }
    };
    expect(await runDispatch({ ...run, checkpoint })).toBe('cancelled');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({
      accepted: provider.taken.length,
      excluded: 40 - provider.taken.length,
      needsPerson: 0,
    });
    expect(differences(bed.store, provider)).toEqual([]);
  });

  it.each([
    ['never began', undefined, false],
    ['had everything refused before', 'before', false],
    ['had a request in flight that is refused after', 'after', true],
  ])(
    'may be sent anew, on a new approval, only if nothing can have left: it %s',
    async (...row) => {
      const [, refused, forGood] = row;
      const provider = bed.provide();
      const { dispatch, run } = await bed.prepare(4, 2, { workers: 1 });
      approve(bed.store, dispatch.bulletin, 'Comms Lead', bed.clock.now());
      const cancel = () => cancelDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
      const sendBatch: DispatchRun['transport']['sendBatch'] = async () => {
        if (refused === 'after') cancel();
        return { status: 401, name: 'invalid_api_key', message: '', data: null, headers: {} };
      };
      const { edition, audience } = dispatch;
      if (refused) await runDispatch({ ...run, transport: { ...run.transport, sendBatch } });
      if (refused !== 'after') expect(cancel()).toBe(true);
      expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ excluded: 4 });
      expect(findDispatch(bed.store, edition, audience) !== undefined).toBe(forGood);
      expect(findCancelled(bed.store, edition, audience)).toMatchObject({
        reason: 'Cancelled by Comms Lead.',
      });
      expect(approvalState(bed.store, dispatch.bulletin).approved).toBe(forGood);
      if (!forGood) {
        const again = approve(bed.store, dispatch.bulletin, 'Comms Lead', bed.clock.now());
        expect(again).toMatchObject({ approved: true, cancelledAt: null });
      }
      expect(provider.taken).toEqual([]);
    },
  );

  it('keeps the question open where an answer never came', async () => {
    const provider = bed.provide({
      fault: (request) => (request === 0 ? 'drop after' : undefined),
    });
    const { dispatch, run } = await bed.prepare(4, 2, { workers: 1 });
    const transport: DispatchRun['transport'] = {
      ...run.transport,
      sendBatch: async (body, key, signal) => {
        const answer = await run.transport.sendBatch(body, key, signal);
        cancelDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
        return answer;
      },
    };
    expect(await runDispatch({ ...run, transport })).toBe('cancelled');
    expect(provider.taken).toHaveLength(2);
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ needsPerson: 2, excluded: 2 });
    // Looked up before somebody cancelled it.
    const decide = (decision: Decision) =>
      resolveCase(bed.store, dispatch, 1, decision, 'Comms Lead', bed.clock.now());
    expect(() => decide('send-again')).toThrow('nothing more to be sent of a cancelled dispatch');
    expect(decide('leave-out')).toEqual({ people: 2, found: 0 });
  });
});

describe('a message that was refused', () => {
  it('is sent again when a person says so, though the dispatch was done', async () => {
    const options: FakeOptions = {
      now: () => bed.clock.now().getTime(),
      impossible: (address) => address === 'p3@kura.example',
    };
    const provider = fakeProvider(options);
    vi.stubGlobal('fetch', fakeFetch(provider));
    const { dispatch, run } = await bed.prepare(5);
    expect(await runDispatch(run)).toBe('done');
    const [open] = openCases(bed.store, dispatch);
    resolveCase(bed.store, dispatch, open?.seq ?? 0, 'send-again', 'Comms Lead', bed.clock.now());
    expect(dispatchState(bed.store, dispatch.id).status).toBe('paused');
    options.impossible = () => false;
    reopenDispatch(bed.store, dispatch, 'Comms Lead', bed.clock.now());
    expect(await runDispatch(run)).toBe('done');
    expect(dispatchCounts(bed.store, dispatch.id)).toMatchObject({ accepted: 5, needsPerson: 0 });
    expect(differences(bed.store, provider)).toEqual([]);
  });
});
