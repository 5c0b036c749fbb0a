import { z } from 'zod';
import type { Audience } from '../../publication/site.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import { allLists } from '../store/all-lists.ts';
import { inBatches, insertRows } from '../store/insert-rows.ts';
import type { Store } from '../store/store.ts';
import { maskAddresses } from '../list-files/address.ts';
import type { No } from '../list-files/consent-words.ts';

/** The lists that a no is about: one, or `*` for every list there is or will be. */
export type Scope = Audience | '*';

/**
 * What a no of an export is about, by its column "lists". Who left a list may be on others; a mailbox that does
 * not exist and a complaint are about all of them.
 * @param list where the export is taken in
 */
export function scopeOf(lists: string, reason: No, list: Scope): Scope {
  if (lists === 'all') return '*';
  const named = audienceId.safeParse(lists);
  if (named.success) return named.data;
  return reason === 'unsubscribed' ? list : '*';
}

/** A no, as somebody said it or a mailbox showed it. */
export interface Suppression {
  /** Normalised. */
  address: string;
  list: Scope;
  reason: No;
  /** In whose words: how they said it, or what came back. */
  detail: string;
  /** Where the no comes from: a file, or who took it down. */
  source: string;
  /** The day in New Zealand on which it was said. */
  saidOn: string;
}

/** Words from elsewhere as they are kept for good: one short line, and never somebody's address. */
export const keptLine = (text: string): string =>
  maskAddresses(text.replaceAll(/\p{C}/gu, ' ').trim()).slice(0, 200);

/** What came of keeping nos. */
export interface SuppressionCounts {
  /** Are kept from now on, by reason. */
  kept: Record<No, number>;
  /** Were kept already, or their owner was forgotten. */
  known: number;
  /** Got bulletins until now, of any list. */
  takenOff: number;
}

/** Nos that wait to be kept. */
export interface WaitingNos {
  add(no: Suppression): void;
  /** Writes down what was added last; gives how many of all were added more than once. */
  flush(): number;
}

/** Makes the place where the nos of a file wait; it is this connection's own and empty. */
export function openSuppressions(store: Store): WaitingNos {
  store.script(`
    DROP TABLE IF EXISTS temp.nos;
    CREATE TEMP TABLE nos (
      address TEXT NOT NULL, list TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
      source TEXT NOT NULL, said_on TEXT NOT NULL, PRIMARY KEY (address, list, reason)
    );`);
  let again = 0;
  const { add, flush } = inBatches<Suppression>((nos) => {
    const rows = nos.map(({ saidOn, ...no }) => ({ ...no, said_on: saidOn }));
    again += rows.length - insertRows(store, 'temp.nos', rows, 'ON CONFLICT DO NOTHING');
  });
  return {
    add,
    flush: () => {
      flush();
      return again;
    },
  };
}

/**
 * Keeps the waiting nos for good, also of people whom nobody holds, and takes those off who are on a list.
 * A weaker no never covers a stronger one: who complained stays so, and who bounced and said no as well
 * stays off when the bounce is taken back. Call it inside a transaction.
 */
export function keepSuppressions(store: Store, nos: WaitingNos, now: Date): SuppressionCounts {
  const again = nos.flush();
  const moment = now.toISOString();
  const lists = JSON.stringify(allLists(store));
  const counted = z.object({ count: z.int() });
  const waiting = store.rows(counted, 'SELECT count(*) AS count FROM temp.nos')[0]?.count ?? 0;
  const onLists = `SELECT count(DISTINCT s.id) AS count ${places} AND p.status = 'subscribed'`;
  const takenOff = store.rows(counted, onLists, { lists })[0]?.count ?? 0;
  const keep = (reason: No, over: readonly string[]) => {
    const added = store.change(
      `INSERT INTO suppressions (address, list, reason, detail, source, said_on, kept_at)
       SELECT address, list, reason, detail, source, said_on, $moment FROM temp.nos
       WHERE reason = $reason ON CONFLICT DO NOTHING`,
      { reason, moment },
    );
    store.change(
      `UPDATE subscriptions SET status = $reason, changed_at = $moment,
         reason = coalesce(nullif(n.detail, ''), $reason) || '; from ' || n.source
       FROM temp.nos n JOIN subscribers s USING (address)
       WHERE n.reason = $reason AND subscriptions.subscriber = s.id
         AND subscriptions.list IN (SELECT value FROM json_each($lists))
         AND n.list IN (subscriptions.list, '*')
         AND subscriptions.status IN (SELECT value FROM json_each($over))`,
      { reason, moment, lists, over: JSON.stringify(over) },
    );
    return added;
  };
  store.change(leaveBeneath, { moment, lists });
  const unsubscribed = keep('unsubscribed', ['subscribed', 'removed']);
  const bounced = keep('bounced', ['subscribed', 'removed', 'unsubscribed']);
  const complained = keep('complained', ['subscribed', 'removed', 'unsubscribed', 'bounced']);
  store.script('DROP TABLE temp.nos');
  const kept = { unsubscribed, bounced, complained };
  return { kept, known: again + waiting - unsubscribed - bounced - complained, takenOff };
}

const places = `FROM temp.nos n JOIN subscribers s USING (address)
  JOIN subscriptions p ON p.subscriber = s.id AND p.list IN (SELECT value FROM json_each($lists))
    AND n.list IN (p.list, '*') WHERE true`;

/** The wish of somebody who bounced, as the state before the bounce. */
const leaveBeneath = `
  INSERT INTO subscription_history (list, subscriber, status, reason, changed_at)
  SELECT DISTINCT p.list, p.subscriber, 'unsubscribed', n.source, $moment ${places}
    AND n.reason = 'unsubscribed' AND p.status = 'bounced' AND 'unsubscribed' IS DISTINCT FROM (
      SELECT h.status FROM subscription_history h
      WHERE h.subscriber = p.subscriber AND h.list = p.list ORDER BY h.rowid DESC LIMIT 1)`;

const heldSchema = z.object({
  list: z.union([z.literal('*'), audienceId]),
  reason: z.enum(['unsubscribed', 'bounced', 'complained']),
  detail: z.string(),
  source: z.string(),
  saidOn: z.string(),
  keptAt: z.string(),
  liftedAt: z.string().nullable(),
  liftedBy: z.string().nullable(),
});

/** A no as it is held of somebody; one that was lifted says when and by whom. */
export type HeldSuppression = z.output<typeof heldSchema>;

/** Every no of one person, those that were lifted as well, in the order in which they were kept. */
export const suppressionsOf = (store: Store, address: string): HeldSuppression[] =>
  store.rows(
    heldSchema,
    `SELECT list, reason, detail, source, said_on AS "saidOn", kept_at AS "keptAt",
       lifted_at AS "liftedAt", lifted_by AS "liftedBy"
     FROM suppressions WHERE address = $address ORDER BY id`,
    { address },
  );
