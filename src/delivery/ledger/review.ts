import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { BodySource } from './chunk-body.ts';
import type { Claim } from './claimed-chunk.ts';

type Span = Pick<Claim, 'first' | 'last'>;

/** Leaves a chunk and its people to a person. */
export function review(
  store: Store,
  { id }: Pick<BodySource, 'id'>,
  { seq, first, last }: Span & Pick<Claim, 'seq'>,
  reason: string,
): void {
  store.change(
    `UPDATE chunks SET status = 'review', reason = $reason, owner = NULL, lease_until = NULL
     WHERE dispatch = $id AND seq = $seq`,
    { id, seq, reason },
  );
  needPerson(store, id, { first, last }, reason);
}

/** Marks the people of a chunk that machines must not send again. */
export function needPerson(store: Store, id: number, { first, last }: Span, reason: string): void {
  store.change(
    `UPDATE deliveries SET status = 'needs_person', reason = $reason
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'pending'`,
    { id, first, last, reason },
  );
}

/** Whether there are people of whom only a person can say whether they have the bulletin. */
export function waitsForPerson(store: Store, id: number): boolean {
  const [row] = store.rows(
    z.object({ found: z.int() }),
    `SELECT EXISTS (SELECT 1 FROM chunks c JOIN deliveries v ON v.dispatch = c.dispatch
       AND v.position BETWEEN c.first_position AND c.last_position AND v.status = 'needs_person'
     WHERE c.dispatch = $id AND c.status = 'review') AS found`,
    { id },
  );
  return row?.found === 1;
}
