import { z } from 'zod';
import { carrierIsThere } from '../ledger/sign-of-life.ts';
import type { Store } from '../store/store.ts';

const row = z.object({ edition: z.string(), audience: z.string() });

/** What works with the store at this moment, in words: a dispatch that is being sent, or `serve`. */
export function atWork(store: Store, now: Date): string[] {
  const recently = new Date(now.getTime() - 180_000).toISOString();
  const dispatches = store.rows(
    row,
    `SELECT edition, audience FROM dispatches d
     WHERE status IN ('freezing', 'frozen', 'sending') AND (alive_at > $recently
       OR EXISTS (SELECT 1 FROM chunks c WHERE c.dispatch = d.id AND c.status = 'sending'
         AND c.lease_until > $now))
     ORDER BY id`,
    { recently, now: now.toISOString() },
  );
  return [
    ...dispatches.map(({ edition, audience }) => `${edition} for ${audience} is being sent`),
    ...(carrierIsThere(store, now) ? ['`serve` is running'] : []),
  ];
}
