import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { Claimer } from './claim-chunk.ts';
import type { Claim } from './claimed-chunk.ts';
import { dispatchState } from './dispatch.ts';
import { someoneLeft } from './exclude-leavers.ts';
import { later, longestClaimedWait } from './limits.ts';
import { takeSlot } from './pace.ts';

export type Turn =
  /** The request may leave now. */
  | { kind: 'go' }
  /** Ask again after some milliseconds. */
  | { kind: 'wait'; milliseconds: number }
  /** It must not leave at all; the chunk is to be given back. */
  | { kind: 'not-sent'; detail: string };

/**
 * Decides, right before its request, whether a claimed chunk may be sent, in one transaction: nobody
 * stopped the dispatch, the chunk is still the worker's (which may have stood still for hours), its
 * key is not too old to be repeated, nobody in it has left since it was claimed, and the provider takes
 * one more. The lease begins anew then, and from here on a byte may have left.
 * @param note writes the attempt down beside the store; if it cannot, nothing may leave
 */
export function takeTurn(
  store: Store,
  id: number,
  claim: Claim,
  { owner, now, limits }: Claimer,
  note: () => void = () => undefined,
): Turn {
  return store.transaction(() => {
    const { status } = dispatchState(store, id);
    if (status !== 'sending') return notSent('the dispatch was stopped');
    if (!belongsTo(store, id, claim, owner))
      return notSent('it was changed, or belongs to another worker');
    const { mayHaveLeftAt } = claim;
    if (mayHaveLeftAt === null) {
      if (someoneLeft(store, id, claim)) return notSent('somebody in it left the list');
    } else if (later(now, -limits.horizon) >= mayHaveLeftAt) {
      return notSent('unknown for too long to repeat it safely');
    }
    const milliseconds = takeSlot(store, now.getTime());
    if (milliseconds > longestClaimedWait) return notSent('the provider takes none for a while');
    if (milliseconds > 0) return { kind: 'wait', milliseconds };
    store.change(
      `UPDATE chunks SET lease_until = $lease, may_have_left_at = coalesce(may_have_left_at, $now)
       WHERE dispatch = $id AND seq = $seq`,
      { id, seq: claim.seq, lease: later(now, limits.lease), now: now.toISOString() },
    );
    store.change('UPDATE dispatches SET attempted = 1 WHERE id = $id AND attempted = 0', { id });
    note();
    return { kind: 'go' };
  });
}

const notSent = (detail: string): Turn => ({ kind: 'not-sent', detail });

/** Whether a chunk is still the worker's that claimed it, with everybody in it. */
export function belongsTo(store: Store, id: number, { seq, key }: Claim, owner: string): boolean {
  const rows = store.rows(
    z.object({ seq: z.int() }),
    `SELECT seq FROM chunks
     WHERE dispatch = $id AND seq = $seq AND owner = $owner AND status = 'sending'
       AND idempotency_key = $key`,
    { id, seq, owner, key },
  );
  return rows.length > 0;
}
