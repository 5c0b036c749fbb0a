import { chunkBody, type ChunkBody } from '../ledger/chunk-body.ts';
import type { Claim } from '../ledger/claimed-chunk.ts';
import { moveDispatch } from '../ledger/dispatch.ts';
import { journalAttempt } from '../ledger/journal.ts';
import { learnPace } from '../ledger/pace.ts';
import { recordOutcome, type Recordable } from '../ledger/record-outcome.ts';
import { review } from '../ledger/review.ts';
import { belongsTo, takeTurn } from '../ledger/take-turn.ts';
import { classify } from '../transports/classify.ts';
import type { DispatchRun } from './dispatch-run.ts';

/**
 * One attempt of one claimed chunk: its body made again and held against its hash, the request at
 * its moment, the answer judged and written down. The body is made before the moment comes, so that
 * the next request is ready when the provider takes it.
 */
export async function attemptChunk(run: DispatchRun, owner: string, claim: Claim): Promise<void> {
  const { store, dispatch, checkpoint } = run;
  checkpoint?.('claimed', claim);
  const body = chunkBody(store, dispatch, claim);
  if (body.hash !== claim.hash) return refuseToSend(run, owner, claim, body);
  const turn = await waitForTurn(run, owner, claim);
  if (turn instanceof Date) await post(run, owner, claim, body, turn);
  else store.transaction(() => record(run, owner, claim, body, turn));
  checkpoint?.('recorded', claim);
}

/**
 * Leaves a chunk that is not what was frozen to a person, unless somebody in it was forgotten since it
 * was claimed, or another worker has it by now: then it is only given back.
 */
function refuseToSend(run: DispatchRun, owner: string, claim: Claim, body: ChunkBody): void {
  const { store, dispatch } = run;
  const reason = `Chunk ${claim.seq} is not the same bytes any more that were frozen.`;
  store.transaction(() => {
    if (!belongsTo(store, dispatch.id, claim, owner)) {
      return record(run, owner, claim, body, { kind: 'not-sent', detail: 'it was changed' });
    }
    review(store, dispatch, claim, reason);
    moveDispatch(store, dispatch.id, ['sending'], 'review', reason);
  });
}

/** The longest sleep before asking for a turn again: an answer may have shown that there is room. */
const nap = 50;

/** Waits for the moment of a claim; gives it, or why the request must not be made at all. */
async function waitForTurn(
  run: DispatchRun,
  owner: string,
  claim: Claim,
): Promise<Date | Recordable> {
  const { store, dispatch, limits, now, signal, checkpoint } = run;
  const { id, edition, audience } = dispatch;
  for (;;) {
    if (signal.aborted) return { kind: 'not-sent', detail: 'stopped before it was sent' };
    const moment = now();
    const turn = takeTurn(store, id, claim, { owner, now: moment, limits }, () => {
      journalAttempt(run.data, edition, audience, claim.key, moment);
      checkpoint?.('journalled', claim);
    });
    if (turn.kind === 'go') return moment;
    if (turn.kind === 'not-sent') return turn;
    await run.sleep(Math.min(nap, turn.milliseconds), signal);
  }
}

async function post(
  run: DispatchRun,
  owner: string,
  claim: Claim,
  body: ChunkBody,
  moment: Date,
): Promise<void> {
  const { store, transport, limits, checkpoint, now } = run;
  checkpoint?.('posting', claim);
  const answer = await transport.sendBatch(body, claim.key, AbortSignal.timeout(limits.timeout));
  checkpoint?.('answered', claim);
  store.transaction(() => {
    learnPace(store, answer.headers, { at: moment.getTime(), back: now().getTime() });
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
