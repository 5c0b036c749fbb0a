import { z } from 'zod';
import { audience } from '../schemas/fields.ts';
import { audienceIds, type Audience } from '../site.ts';
import type { Store } from './store.ts';
import { subscriptionStatus, type SubscriptionStatus } from './subscription.ts';

/** How many people are on a list, and how many are not any more, by the reason. */
export interface ListSize extends Record<SubscriptionStatus, number> {
  list: Audience;
}

const rowSchema = z.object({ list: audience, status: subscriptionStatus, count: z.int() });

/** How many people every list has, in the order of the site; a list nobody is on counts 0. */
export function listSizes(store: Store): ListSize[] {
  const rows = store.rows(
    rowSchema,
    'SELECT list, status, count(*) AS count FROM subscriptions GROUP BY list, status',
  );
  return audienceIds.map((list) => {
    const of = (status: SubscriptionStatus) =>
      rows.find((row) => row.list === list && row.status === status)?.count ?? 0;
    return {
      list,
      subscribed: of('subscribed'),
      unsubscribed: of('unsubscribed'),
      bounced: of('bounced'),
      complained: of('complained'),
      removed: of('removed'),
    };
  });
}
