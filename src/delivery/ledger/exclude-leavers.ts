import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { pendingPositions, type BodySource } from './chunk-body.ts';
import { sealChunk } from './seal.ts';

/**
 * Takes those out of a chunk who left the list since it was frozen, and seals the chunk anew if it is
 * not whole any more: somebody may also have got the bulletin by the late answer to an earlier chunk.
 * Only for a chunk of which no byte has left; call it inside the transaction that claims the chunk.
 */
export function excludeLeavers(
  store: Store,
  source: BodySource,
  chunk: { seq: number; first: number; last: number; people: number },
): 'nobody left' | 'somebody' {
  const { seq, first, last } = chunk;
  store.change(
    `UPDATE deliveries SET status = 'excluded', reason = coalesce(
       (SELECT p.status FROM subscriptions p WHERE p.token = deliveries.token), 'forgotten')
     WHERE ${leavers}`,
    { id: source.id, first, last },
  );
  const left = pendingPositions(store, source.id, chunk).length;
  if (left !== chunk.people) sealChunk(store, source, chunk);
  if (left > 0) return 'somebody';
  store.change(`UPDATE chunks SET status = 'empty' WHERE dispatch = $id AND seq = $seq`, {
    id: source.id,
    seq,
  });
  return 'nobody left';
}

/** Whether somebody of a chunk, to whom it is still to be sent, has left the list. */
export function someoneLeft(
  store: Store,
  id: number,
  { first, last }: { first: number; last: number },
): boolean {
  const [row] = store.rows(
    z.object({ found: z.int() }),
    `SELECT EXISTS (SELECT 1 FROM deliveries WHERE ${leavers}) AS found`,
    { id, first, last },
  );
  return row?.found === 1;
}

const leavers = `dispatch = $id AND position BETWEEN $first AND $last AND status = 'pending'
  AND NOT EXISTS (SELECT 1 FROM subscriptions p
    WHERE p.token = deliveries.token AND p.status = 'subscribed')`;
