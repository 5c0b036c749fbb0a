import { z } from 'zod';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import { deliveryCounts } from '../events/delivery-counts.ts';
import type { Store } from '../store/store.ts';

/** What became of a dispatch, in numbers of people. Nothing in it tells whether anybody read it. */
export interface Figures {
  edition: string;
  /** How many people it was frozen to. */
  total: number;
  /** Taken by the provider, or taken as sent by a person's word. */
  accepted: number;
  delivered: number;
  /** Bounced, failed, or held back by the provider. */
  bounced: number;
  complained: number;
  /** Left the list after it and before the next one. */
  unsubscribed: number;
  excluded: number;
  needsPerson: number;
}

type Named = Pick<Dispatch, 'id' | 'edition' | 'audience' | 'total' | 'frozenAt'>;

/** The figures of one dispatch. */
export function figuresOf(store: Store, dispatch: Named): Figures {
  const { id, edition, total } = dispatch;
  const { accepted, takenAsSent, excluded, needsPerson } = dispatchCounts(store, id);
  const { delivered, bounced, failed, suppressed, complained } = deliveryCounts(store, id, total);
  return {
    edition,
    total,
    accepted: accepted + takenAsSent,
    delivered,
    bounced: bounced + failed + suppressed,
    complained,
    unsubscribed: leftAfter(store, dispatch).reduce((sum, { count }) => sum + count, 0),
    excluded,
    needsPerson,
  };
}

const minuteSchema = z.object({ minute: z.string(), count: z.int() });

/** Who unsubscribed after a dispatch and before the next one to the same list, by the minute in UTC. */
export const leftAfter = (store: Store, { id, audience, frozenAt }: Named) =>
  store.rows(
    minuteSchema,
    `SELECT substr(p.changed_at, 1, 16) AS minute, count(*) AS count
     FROM subscriptions p JOIN deliveries v ON v.dispatch = $id AND v.token = p.token
     WHERE p.status = 'unsubscribed' AND p.changed_at > $frozenAt
       AND p.changed_at < coalesce((SELECT min(d.frozen_at) FROM dispatches d
         WHERE d.audience = $audience AND d.frozen_at > $frozenAt AND d.attempted = 1), '9')
     GROUP BY 1 ORDER BY 1`,
    { id, audience, frozenAt },
  );

const namedSchema = z.object({
  id: z.int(),
  edition: z.string(),
  audience: z.string(),
  total: z.int(),
  frozenAt: z.string(),
});

/** The figures of the dispatches to a list before one, newest first, at most so many; those of which anything left. */
export const figuresBefore = (
  store: Store,
  { audience, frozenAt }: Named,
  most: number,
): Figures[] =>
  store
    .rows(
      namedSchema,
      `SELECT id, edition, audience, total, frozen_at AS "frozenAt" FROM dispatches
       WHERE audience = $audience AND frozen_at < $frozenAt AND attempted = 1
       ORDER BY frozen_at DESC LIMIT $most`,
      { audience, frozenAt, most },
    )
    .map((one) => figuresOf(store, one));
