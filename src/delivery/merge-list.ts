import { z } from 'zod';
import type { Audience } from '../site.ts';
import type { CsvSubscriber } from './csv-subscriber.ts';
import type { Store } from './store.ts';
import { newToken } from './subscription.ts';

/** What an import did with the people of its file; the four numbers add up to the rows taken in. */
export interface MergeCounts {
  /** Were not on the list, now are. */
  added: number;
  /** Were on the list; the file knew something new about them. */
  updated: number;
  unchanged: number;
  /** Unsubscribed, bounced, complained or asked to be forgotten before, so they stay off the list. */
  leftAlone: number;
}

/** Makes the place where the rows of a file wait; it is this connection's own and empty. */
export function openStage(store: Store): void {
  store.script(`
    DROP TABLE IF EXISTS temp.stage;
    CREATE TEMP TABLE stage (
      address TEXT PRIMARY KEY, line INTEGER NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
      region TEXT NOT NULL, consent TEXT NOT NULL, source TEXT NOT NULL, date TEXT NOT NULL,
      token TEXT NOT NULL, forgotten INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;`);
}

/** Puts one row in waiting. Gives the line of an earlier row with the same address, if there is one. */
export function stage(
  store: Store,
  subscriber: CsvSubscriber,
  forgotten: boolean,
): number | undefined {
  const added = store.change(
    `INSERT INTO temp.stage VALUES ($address, $line, $name, $organisation, $region, $consent, $source,
       $date, $token, $forgotten) ON CONFLICT DO NOTHING`,
    { ...subscriber, token: newToken(), forgotten: forgotten ? 1 : 0 },
  );
  if (added > 0) return undefined;
  const { address } = subscriber;
  const schema = z.object({ line: z.int() });
  return store.rows(schema, 'SELECT line FROM temp.stage WHERE address = $address', { address })[0]
    ?.line;
}

/**
 * Takes the waiting rows into one list, in one transaction: all of them, or none if anything fails.
 * @param beforeMerge is done first, in the same transaction
 */
export function mergeStage(
  store: Store,
  list: Audience,
  source: string,
  now: Date,
  beforeMerge: () => void = () => undefined,
): MergeCounts {
  const moment = now.toISOString();
  const counts = store.transaction(() => {
    beforeMerge();
    const before = count(store, list);
    store.change(updatePeople, { list });
    store.change(insertPeople, { moment });
    store.change(updateConsent, { list });
    store.change(insertSubscriptions, { list, moment, source });
    return before;
  });
  store.script('DROP TABLE temp.stage');
  return counts;
}

const counted = z.object({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  leftAlone: z.int(),
});

/** Nobody in one of these states comes back by import. */
const stayOff = `('unsubscribed', 'bounced', 'complained')`;

/** An empty cell says nothing: it never wipes out what is known. */
const differs = `(
  (t.name <> '' AND t.name <> s.name) OR (t.organisation <> '' AND t.organisation <> s.organisation) OR
  (t.region <> '' AND t.region <> s.region) OR (t.consent <> '' AND t.consent <> p.consent_basis) OR
  (t.source <> '' AND t.source <> p.consent_source) OR (t.date <> '' AND t.date <> p.consent_date))`;

function count(store: Store, list: Audience): MergeCounts {
  const [counts] = store.rows(
    counted,
    `SELECT
       count(*) FILTER (WHERE NOT t.forgotten AND (p.status IS NULL OR p.status = 'removed')) AS added,
       count(*) FILTER (WHERE p.status = 'subscribed' AND ${differs}) AS updated,
       count(*) FILTER (WHERE p.status = 'subscribed' AND NOT ${differs}) AS unchanged,
       count(*) FILTER (WHERE t.forgotten OR p.status IN ${stayOff}) AS leftAlone
     FROM temp.stage t LEFT JOIN subscribers s USING (address)
       LEFT JOIN subscriptions p ON p.subscriber = s.id AND p.list = $list`,
    { list },
  );
  return counts ?? { added: 0, updated: 0, unchanged: 0, leftAlone: 0 };
}

const updatePeople = `
  UPDATE subscribers SET
    name = coalesce(nullif(t.name, ''), subscribers.name),
    organisation = coalesce(nullif(t.organisation, ''), subscribers.organisation),
    region = coalesce(nullif(t.region, ''), subscribers.region)
  FROM temp.stage t
  WHERE t.address = subscribers.address AND NOT EXISTS (
    SELECT 1 FROM subscriptions p
    WHERE p.list = $list AND p.subscriber = subscribers.id AND p.status IN ${stayOff})`;

const insertPeople = `
  INSERT INTO subscribers (address, name, organisation, region, created_at)
  SELECT address, name, organisation, region, $moment FROM temp.stage WHERE NOT forgotten ORDER BY line
  ON CONFLICT (address) DO NOTHING`;

const updateConsent = `
  UPDATE subscriptions SET
    consent_basis = coalesce(nullif(t.consent, ''), consent_basis),
    consent_source = coalesce(nullif(t.source, ''), consent_source),
    consent_date = coalesce(nullif(t.date, ''), consent_date)
  FROM temp.stage t JOIN subscribers s USING (address)
  WHERE subscriptions.list = $list AND subscriptions.subscriber = s.id
    AND subscriptions.status = 'subscribed'`;

const insertSubscriptions = `
  INSERT INTO subscriptions (list, subscriber, token, status, consent_basis, consent_source,
    consent_date, reason, changed_at)
  SELECT $list, s.id, t.token, 'subscribed', t.consent, coalesce(nullif(t.source, ''), $source),
    t.date, 'import', $moment
  FROM temp.stage t JOIN subscribers s USING (address) WHERE NOT t.forgotten
  ON CONFLICT (list, subscriber) DO UPDATE SET status = 'subscribed', reason = 'import',
    changed_at = $moment WHERE status = 'removed'`;
