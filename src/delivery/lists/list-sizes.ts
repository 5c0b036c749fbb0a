import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { allLists } from '../store/all-lists.ts';
import { subscriptionStatus, type SubscriptionStatus } from './subscription.ts';

/** How many people are on a list, and how many are not any more, by the reason. */
export interface ListSize extends Record<SubscriptionStatus, number> {
  list: Audience;
  /** How many of the subscribed were put back by name after a bounce for good. */
  restored: number;
  /** How many more said no, who have no place on the list; addresses that were forgotten are not among them. */
  suppressed: number;
}

const rowSchema = z.object({ list: audienceId, status: subscriptionStatus, count: z.int() });
const restoredSchema = rowSchema.omit({ status: true });

/** How many people every list has, in the order of the site; a list nobody is on counts 0. */
export function listSizes(store: Store): ListSize[] {
  const rows = store.rows(
    rowSchema,
    'SELECT list, status, count(*) AS count FROM subscriptions GROUP BY list, status',
  );
  const restored = store.rows(
    restoredSchema,
    `SELECT p.list, count(*) AS count FROM subscriptions p
     WHERE p.status = 'subscribed' AND EXISTS (SELECT 1 FROM restorations r
       WHERE r.subscriber = p.subscriber AND r.list = p.list)
     GROUP BY p.list`,
  );
  const suppressed = (list: Audience) =>
    store.rows(
      z.object({ count: z.int() }),
      `SELECT count(DISTINCT n.address) AS count FROM suppressions n
       LEFT JOIN subscribers s USING (address)
       WHERE n.lifted_at IS NULL AND n.list IN ($list, '*')
         AND NOT EXISTS (SELECT 1 FROM subscriptions p
           WHERE p.list = $list AND p.subscriber = s.id)`,
      { list },
    )[0]?.count ?? 0;
  return allLists(store).map((list) => {
    const of = (status: SubscriptionStatus) =>
      rows.find((row) => row.list === list && row.status === status)?.count ?? 0;
    return {
      list,
      subscribed: of('subscribed'),
      unsubscribed: of('unsubscribed'),
      bounced: of('bounced'),
      complained: of('complained'),
      removed: of('removed'),
      restored: restored.find((row) => row.list === list)?.count ?? 0,
      suppressed: suppressed(list),
    };
  });
}
