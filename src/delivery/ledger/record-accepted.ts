import { z } from 'zod';
import type { Store } from '../store.ts';
import type { Claim } from './claim.ts';
import { moveDispatch } from './dispatch.ts';

const deliverySchema = z.object({ position: z.int(), emailId: z.string().nullable() });

/**
 * Writes the provider's ids to the people of a chunk, in their order. It may come late, from a
 * worker that lost the chunk: the ids are the proof all the same. Other ids than an earlier answer
 * gave mean that people got the bulletin twice; that is not hidden.
 */
export function recordAccepted(
  store: Store,
  id: number,
  claim: Claim,
  ids: readonly string[],
): void {
  const people = store.rows(
    deliverySchema,
    `SELECT position, email_id AS emailId FROM deliveries
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status <> 'excluded'
     ORDER BY position`,
    { id, first: claim.first, last: claim.last },
  );
  // Nothing is known of who was not answered for yet, and '' is left of who was forgotten.
  const differ = people.some(({ emailId }, at) => emailId && emailId !== ids[at]);
  if (differ || people.length !== ids.length) {
    const reason = `Chunk ${claim.seq} was accepted twice with different ids: some people may have it twice.`;
    moveDispatch(store, id, ['sending', 'paused', 'done'], 'review', reason);
    return;
  }
  for (const [at, { position }] of people.entries()) {
    store.change(
      `UPDATE deliveries SET status = 'accepted', email_id = $emailId, reason = NULL
       WHERE dispatch = $id AND position = $position AND coalesce(email_id, 'none') <> ''`,
      { id, position, emailId: ids[at] ?? '' },
    );
  }
  store.change(
    `UPDATE chunks SET status = 'accepted', reason = '', owner = NULL, lease_until = NULL
     WHERE dispatch = $id AND seq = $seq`,
    { id, seq: claim.seq },
  );
}
