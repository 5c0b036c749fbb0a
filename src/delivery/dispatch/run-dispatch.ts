import { randomUUID } from 'node:crypto';
import { dispatchState, moveDispatch, type DispatchStatus } from '../ledger/dispatch.ts';
import { claimChunk, closeDispatch } from '../ledger/claim-chunk.ts';
import { learnFromJournal } from '../ledger/journal.ts';
import { signOfLife } from '../ledger/sign-of-life.ts';
import { attemptChunk } from './attempt-chunk.ts';
import type { DispatchRun } from './dispatch-run.ts';

/**
 * Sends what is still to be sent of a frozen dispatch, by several workers at once, and gives its
 * status when it stops. It can stop anywhere and be run again, also by several processes at once.
 * @throws {BadInput} when the journal shows that the store is an older backup that cannot be mended
 */
export async function runDispatch(run: DispatchRun): Promise<DispatchStatus> {
  const { store, data, dispatch, workers, now } = run;
  learnFromJournal(store, data, dispatch);
  // Who paused it meanwhile is not overruled: only `reopenDispatch` lets it go on.
  moveDispatch(store, dispatch.id, ['frozen'], 'sending');
  const sign = signOfLife(store, dispatch.id, now);
  // Where one worker fails unexpectedly, the others drain before the failure is told.
  const failure = new AbortController();
  const signal = AbortSignal.any([run.signal, failure.signal]);
  const results = await Promise.allSettled(
    Array.from({ length: workers }, () =>
      work({ ...run, signal }, randomUUID(), sign.give).catch((error: unknown) => {
        failure.abort();
        throw error;
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  if (run.signal.aborted) closeDispatch(store, dispatch.id, now());
  return dispatchState(store, dispatch.id).status;
}

/** The longest sleep before looking again whether somebody paused the dispatch, in milliseconds. */
const nap = 1000;

async function work(run: DispatchRun, owner: string, giveSign: () => void): Promise<void> {
  const { store, dispatch, limits, now, signal } = run;
  while (!signal.aborted) {
    giveSign();
    const next = claimChunk(store, dispatch, { owner, now: now(), limits });
    if (next.kind === 'stopped') return;
    if (next.kind === 'claimed') await attemptChunk(run, owner, next.claim);
    else {
      const wait = Date.parse(next.until) - now().getTime();
      await run.sleep(Math.min(nap, Math.max(5, wait)), signal);
    }
  }
}
