import type { Store } from '../store.ts';
import type { BodySource } from './chunk-body.ts';
import type { Claim } from './claim.ts';

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
