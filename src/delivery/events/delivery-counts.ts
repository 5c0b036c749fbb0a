import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { deliveryState, type DeliveryState } from './event.ts';

/** What the provider reported about the people of a dispatch; the numbers add up to its total. */
export interface DeliveryCounts extends Record<DeliveryState, number> {
  /** Accepted or taken as sent, and nothing reported yet. */
  awaited: number;
  /** To be sent, excluded or waiting for a person: nothing to report. */
  none: number;
}

const rowSchema = z.object({
  state: z.union([deliveryState, z.enum(['awaited', 'none'])]),
  count: z.int(),
});

/**
 * Counts the people of a dispatch by what the provider reported, and checks the sum.
 * @param total how many people the dispatch was frozen with
 * @throws when somebody is missing: then the store is damaged
 */
export function deliveryCounts(store: Store, dispatch: number, total: number): DeliveryCounts {
  const rows = store.rows(
    rowSchema,
    `SELECT coalesce(delivery,
       CASE WHEN status IN ('accepted', 'taken_as_sent') THEN 'awaited' ELSE 'none' END) AS state, sum(people) AS count
     FROM delivery_figures WHERE dispatch = $dispatch GROUP BY 1`,
    { dispatch },
  );
  const sum = rows.reduce((all, { count }) => all + count, 0);
  if (sum !== total) throw new Error(`a dispatch of ${total} people has ${sum} deliveries`);
  const of = (state: DeliveryState | 'awaited' | 'none') =>
    rows.find((row) => row.state === state)?.count ?? 0;
  return {
    sent: of('sent'),
    delivered: of('delivered'),
    delayed: of('delayed'),
    bounced: of('bounced'),
    complained: of('complained'),
    suppressed: of('suppressed'),
    failed: of('failed'),
    awaited: of('awaited'),
    none: of('none'),
  };
}

/** How many reports were about no message of this ledger: tests, or another program of the account. */
export function unknownEvents(store: Store): number {
  const [row] = store.rows(
    z.object({ count: z.int() }),
    'SELECT count(*) AS count FROM events WHERE dispatch IS NULL AND counted IS NULL',
  );
  return row?.count ?? 0;
}
