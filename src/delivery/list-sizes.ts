import { z } from 'zod';
import { audience } from '../schemas/fields.ts';
import { audienceIds, type Audience } from '../site.ts';
import type { Store } from './store.ts';

export interface ListSize {
  list: Audience;
  subscribed: number;
  /** Everybody who was on the list and gets nothing now, for whatever reason. */
  unsubscribed: number;
}

const rowSchema = z.object({ list: audience, subscribed: z.int(), unsubscribed: z.int() });

/** How many people every list has, in the order of the site; a list nobody is on counts 0. */
export function listSizes(store: Store): ListSize[] {
  const rows = store.rows(
    rowSchema,
    `SELECT list, count(*) FILTER (WHERE status = 'subscribed') AS subscribed,
            count(*) FILTER (WHERE status <> 'subscribed') AS unsubscribed
     FROM subscriptions GROUP BY list`,
  );
  return audienceIds.map(
    (list) => rows.find((row) => row.list === list) ?? { list, subscribed: 0, unsubscribed: 0 },
  );
}
