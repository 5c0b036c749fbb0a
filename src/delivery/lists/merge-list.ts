import { z } from 'zod';
import type { Audience } from '../../publication/site.ts';
import { allLists } from '../store/all-lists.ts';
import type { Store } from '../store/store.ts';

/** What an import did with the people of its file; the four numbers add up to the rows taken in. */
export interface MergeCounts {
  /** Were not on the list, now are. */
  added: number;
  /** Were on the list; the file knew something new about them. */
  updated: number;
  unchanged: number;
  /** Unsubscribed, bounced, complained or asked to be forgotten before, so they stay off the list. */
  leftAlone: number;
  /** Why they were left alone, each reason with a number. */
  leftAloneBecause: Record<'unsubscribed' | 'bounced' | 'complained' | 'forgotten', number>;
}

/**
 * Merges the staging table into one list, in one transaction: all of them, or none if anything fails.
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
    store.change(barPeople, { list, lists: JSON.stringify(allLists(store)) });
    store.change(barSuppressed, { list });
    const before = count(store, list);
    store.change(updatePeople);
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
  unsubscribed: z.int(),
  bounced: z.int(),
  complained: z.int(),
  forgotten: z.int(),
});

/*
 * Nobody comes back by import who left this list, or whose mailbox does not exist or who called a
 * bulletin spam, on whatever list that was. Naming the lists lets the query use the key of the table.
 */
const barPeople = `
  UPDATE temp.stage SET barred = (
    SELECT p.status FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
      AND p.list IN (SELECT value FROM json_each($lists))
    WHERE s.address = stage.address AND (p.status IN ('bounced', 'complained')
      OR (p.status = 'unsubscribed' AND p.list = $list))
    ORDER BY p.status = 'unsubscribed', p.status DESC LIMIT 1)
  WHERE barred IS NULL`;

/* Nor does anybody who said no before they were on any list. */
const barSuppressed = `
  UPDATE temp.stage SET barred = (
    SELECT n.reason FROM suppressions n
    WHERE n.address = stage.address AND n.list IN ($list, '*') AND n.lifted_at IS NULL
    ORDER BY n.reason = 'unsubscribed', n.reason DESC LIMIT 1)
  WHERE barred IS NULL`;

/** An empty cell says nothing: it never wipes out what is known. */
const differs = `(
  (t.name <> '' AND t.name <> s.name) OR (t.organisation <> '' AND t.organisation <> s.organisation) OR
  (t.region <> '' AND t.region <> s.region) OR (t.consent <> '' AND t.consent <> p.consent_basis) OR
  (t.source <> '' AND t.source <> p.consent_source) OR (t.date <> '' AND t.date <> p.consent_date))`;

function count(store: Store, list: Audience): MergeCounts {
  const barred = (why: string) => `count(*) FILTER (WHERE t.barred = '${why}') AS ${why}`;
  const [row] = store.rows(
    counted,
    `SELECT
       count(*) FILTER (WHERE t.barred IS NULL AND coalesce(p.status, 'removed') = 'removed') AS added,
       count(*) FILTER (WHERE t.barred IS NULL AND p.status = 'subscribed' AND ${differs}) AS updated,
       count(*) FILTER (WHERE t.barred IS NULL AND p.status = 'subscribed' AND NOT ${differs})
         AS unchanged,
       count(t.barred) AS "leftAlone", ${barred('unsubscribed')}, ${barred('bounced')},
       ${barred('complained')}, ${barred('forgotten')}
     FROM temp.stage t LEFT JOIN subscribers s USING (address)
       LEFT JOIN subscriptions p ON p.subscriber = s.id AND p.list = $list`,
    { list },
  );
  const { added, updated, unchanged, leftAlone, ...leftAloneBecause } = counted.parse(row);
  return { added, updated, unchanged, leftAlone, leftAloneBecause };
}

const updatePeople = `
  UPDATE subscribers SET
    name = coalesce(nullif(t.name, ''), subscribers.name),
    organisation = coalesce(nullif(t.organisation, ''), subscribers.organisation),
    region = coalesce(nullif(t.region, ''), subscribers.region)
  FROM temp.stage t WHERE t.address = subscribers.address AND t.barred IS NULL`;

const insertPeople = `
  INSERT INTO subscribers (address, name, organisation, region, created_at)
  SELECT address, name, organisation, region, $moment FROM temp.stage
  WHERE barred IS NULL ORDER BY line
  ON CONFLICT (address) DO NOTHING`;

const updateConsent = `
  UPDATE subscriptions SET
    consent_basis = coalesce(nullif(t.consent, ''), consent_basis),
    consent_source = coalesce(nullif(t.source, ''), consent_source),
    consent_date = coalesce(nullif(t.date, ''), consent_date)
  FROM temp.stage t JOIN subscribers s USING (address)
  WHERE subscriptions.list = $list AND subscriptions.subscriber = s.id AND t.barred IS NULL`;

const insertSubscriptions = `
  INSERT INTO subscriptions (list, subscriber, token, status, consent_basis, consent_source,
    consent_date, reason, changed_at)
  SELECT $list, s.id, t.token, 'subscribed', t.consent, coalesce(nullif(t.source, ''), $source),
    t.date, 'import', $moment
  FROM temp.stage t JOIN subscribers s USING (address) WHERE t.barred IS NULL
  ON CONFLICT (list, subscriber) DO UPDATE SET status = 'subscribed', reason = 'import',
    changed_at = $moment WHERE subscriptions.status = 'removed'`;
