import { chunkBody, type ChunkBody } from '../ledger/chunk-body.ts';
import { belongsTo, type Claim } from '../ledger/claim.ts';
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
  if (body.hash !== claim.hash) return refuseToSend(run, owner, claim);
  const { edition, audience } = dispatch;
  journalAttempt(run.data, edition, audience, claim.key, run.now());
  checkpoint?.('journalled');
  const turn = await waitForTurn(run, owner, claim);
  if ('slot' in turn) await post(run, owner, claim, turn.slot, body);
  else store.transaction(() => record(run, owner, claim, body, turn));
  checkpoint?.('recorded');
}

/** Leaves a chunk that is not what was frozen to a person, unless another worker has it by now. */
function refuseToSend({ store, dispatch }: DispatchRun, owner: string, claim: Claim): void {
  const reason = `Chunk ${claim.seq} is not the same bytes any more that were frozen.`;
  store.transaction(() => {
    if (!belongsTo(store, dispatch.id, claim, owner)) return;
    review(store, dispatch, claim, reason);
    moveDispatch(store, dispatch.id, ['sending'], 'review', reason);
  });
}

/** Waits for the slot of a claim; says why the request must not be made then, if so. */
async function waitForTurn(
  run: DispatchRun,
  owner: string,
  claim: Claim,
): Promise<Recordable | { slot: number }> {
  const { store, dispatch, limits, now, signal } = run;
  let { slot } = claim;
  for (;;) {
    // Somebody may have been told to wait since this slot was taken.
    if (blockedUntil(store, now().getTime()) > slot) {
      const unused = slot;
      slot = store.transaction(() => takeSlot(store, now().getTime(), unused));
    }
    const wait = slot - now().getTime();
    if (signal.aborted) return notSent('stopped before it was sent');
    if (wait <= 0) break;
    await run.sleep(wait, signal);
  }
  const moment = now();
  if (dispatchState(store, dispatch.id).status !== 'sending') {
    return notSent('the dispatch was stopped');
  }
  // Slept through: the chunk may belong to somebody else, or the key may be forgotten soon.
  const lost = !belongsTo(store, dispatch.id, claim, owner);
  if (lost || later(moment, limits.timeout) > claim.leaseUntil) {
    return notSent('its lease was about to end');
  }
  if (claim.maybeSent && later(moment, -limits.horizon) >= claim.firstAttemptAt) {
    return notSent('unknown for too long to repeat it safely');
  }
  return { slot };
}

const notSent = (detail: string): Recordable => ({ kind: 'not-sent', detail });

async function post(
  run: DispatchRun,
  owner: string,
  claim: Claim,
  slot: number,
  body: ChunkBody,
): Promise<void> {
  const { store, transport, limits, checkpoint, now } = run;
  checkpoint?.('posting');
  const at = now().getTime();
  const answer = await transport.sendBatch(body, claim.key, AbortSignal.timeout(limits.timeout));
  checkpoint?.('answered');
  store.transaction(() => {
    learnPace(store, answer.headers, { slot, at });
    record(run, owner, claim, body, classify(answer, claim.people));
  });
}

const record = (
  run: DispatchRun,
  owner: string,
  claim: Claim,
  { positions }: ChunkBody,
  outcome: Recordable,
) =>
  recordOutcome(run.store, run.dispatch, { ...claim, positions }, outcome, {
    ...run,
    owner,
    now: run.now(),
  });
