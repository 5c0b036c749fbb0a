import type { Audience } from '../../publication/site.ts';
import { allLists } from '../store/all-lists.ts';
import type { Store } from '../store/store.ts';

/*
 * A no is lifted by the person who said it, or by staff who know that a mailbox works again. It is not
 * deleted: who lifted it, and when, stays with it.
 */

/** Lifts every bounce for good that is kept of a normalised address; gives how many there were. */
export const liftBounces = (store: Store, address: string, by: string, now: Date): number =>
  store.change(
    `UPDATE suppressions SET lifted_at = $now, lifted_by = $by
     WHERE address = $address AND reason = 'bounced' AND lifted_at IS NULL`,
    { address, by, now: now.toISOString() },
  );

/**
 * Lifts what keeps the person with a normalised address off a list who said no themselves. A no for every list
 * stays one for the others. Call it inside a transaction.
 */
export function liftOwnNo(
  store: Store,
  { address, list }: { address: string; list: Audience },
  now: Date,
): void {
  const theirs = `address = $address AND reason = 'unsubscribed' AND lifted_at IS NULL`;
  store.change(
    `INSERT INTO suppressions (address, list, reason, detail, source, said_on, kept_at)
     SELECT n.address, one.value, n.reason, n.detail, n.source, n.said_on, n.kept_at
     FROM suppressions n CROSS JOIN json_each($lists) one
     WHERE ${theirs} AND n.list = '*' AND one.value <> $list
     ON CONFLICT DO NOTHING`,
    { address, list, lists: JSON.stringify(allLists(store)) },
  );
  store.change(
    `UPDATE suppressions SET lifted_at = $now, lifted_by = 'themselves'
     WHERE ${theirs} AND list IN ('*', $list)`,
    { address, list, now: now.toISOString() },
  );
}
