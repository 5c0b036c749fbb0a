import { chunkBody, type ChunkBody } from '../ledger/chunk-body.ts';
import type { Claim } from '../ledger/claim.ts';
import { dispatchState, moveDispatch } from '../ledger/dispatch.ts';
import { journalAttempt } from '../ledger/journal.ts';
import { later } from '../ledger/limits.ts';
import { blockedUntil, learnPace, takeSlot } from '../ledger/pace.ts';
import { recordOutcome, type Recordable } from '../ledger/record.ts';
import { review } from '../ledger/review.ts';
import { classify } from '../transports/classify.ts';
import type { DispatchRun } from './run-dispatch.ts';

/**
 * One attempt of one claimed chunk: its body made again and held against its hash, the request at
 * its moment, the answer judged and written down.
 */
export async function attemptChunk(run: DispatchRun, owner: string, claim: Claim): Promise<void> {
  const { store, dispatch, checkpoint } = run;
  checkpoint?.('claimed');
  const body = chunkBody(store, dispatch, claim);
  if (body.hash !== claim.hash || body.count !== claim.people) {
    const reason = `Chunk ${claim.seq} is not the same bytes any more that were frozen.`;
    store.transaction(() => {
      review(store, dispatch, claim, reason);
      moveDispatch(store, dispatch.id, ['sending'], 'review', reason);
    });
    return;
  }
  const { edition, audience } = dispatch;
  journalAttempt(run.data, edition, audience, claim.key, run.now());
  checkpoint?.('journalled');
  const hindrance = await waitForSlot(run, claim);
  const outcome = hindrance ?? (await post(run, claim, body));
  recordOutcome(store, dispatch, claim, outcome, { ...run, owner, now: run.now() });
  checkpoint?.('recorded');
}

/** Waits for the moment of the claim; says why the request must not be made then, if so. */
async function waitForSlot(run: DispatchRun, claim: Claim): Promise<Recordable | undefined> {
  const { store, dispatch, limits, now, signal } = run;
  let { slot } = claim;
  for (;;) {
    // Somebody may have been told to wait since this slot was taken.
    if (blockedUntil(store) > slot) {
      slot = store.transaction(() => takeSlot(store, now().getTime()));
    }
    const wait = slot - now().getTime();
    if (signal.aborted) return { kind: 'not-sent', detail: 'stopped before it was sent' };
    if (wait <= 0) break;
    await run.sleep(wait, signal);
  }
  const moment = now();
  if (dispatchState(store, dispatch.id).status !== 'sending') {
    return { kind: 'not-sent', detail: 'the dispatch was stopped' };
  }
  // Slept through: the chunk may belong to somebody else, or the key may be forgotten soon.
  if (later(moment, limits.timeout) > claim.leaseUntil) {
    return { kind: 'not-sent', detail: 'its lease was about to end' };
  }
  if (claim.maybeSent && later(moment, -limits.horizon) >= claim.firstAttemptAt) {
    return { kind: 'not-sent', detail: 'unknown for too long to repeat it safely' };
  }
  return undefined;
}

async function post(run: DispatchRun, claim: Claim, { pieces }: ChunkBody): Promise<Recordable> {
  const { store, transport, limits, checkpoint } = run;
  checkpoint?.('posting');
  const deadline = AbortSignal.timeout(limits.timeout);
  const answer = await transport.sendBatch(Buffer.concat(pieces), claim.key, deadline);
  checkpoint?.('answered');
  learnPace(store, answer.headers);
  return classify(answer, claim.people);
}
