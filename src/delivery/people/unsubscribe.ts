import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import type { Store } from '../store/store.ts';
import { liftOwnNo } from '../suppressions/lift-suppression.ts';
import { allLists } from '../store/all-lists.ts';
import { subscriptionStatus, tokenSchema, wants } from '../lists/subscription.ts';

/** One person's place on one list, named by its token. */
export const subscription = z.object({
  list: audienceId,
  status: subscriptionStatus,
  token: tokenSchema,
  /** Whether they want every bulletin of it, or those that ask something of them. */
  wants,
  /** Whether the person left by themselves, so that they can take it back. */
  mayReturn: z.boolean(),
});

export type Subscription = z.output<typeof subscription>;

/** Whether to leave would change anything: who is in another state has left, or is off for good. */
export const mayLeave = ({ status }: Subscription): boolean =>
  ['subscribed', 'removed', 'bounced'].includes(status);

const subscriptionSchema = subscription.extend({ mayReturn: z.int().transform(Boolean) });

/*
 * Whom somebody else had taken off before does not come back this way; a bounce that was taken back since
 * makes no difference.
 */
const mayReturn = (
  place: string,
) => `(${place}.status = 'unsubscribed' AND 'subscribed' IS NOT DISTINCT FROM (
    SELECT h.status FROM subscription_history h
    WHERE h.subscriber = ${place}.subscriber AND h.list = ${place}.list
      AND h.status NOT IN ('unsubscribed', 'bounced')
    ORDER BY h.rowid DESC LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM suppressions n JOIN subscribers s USING (address)
    WHERE s.id = ${place}.subscriber AND n.list IN (${place}.list, '*')
      AND n.reason <> 'unsubscribed' AND n.lifted_at IS NULL))`;

/** The subscription that a token names; undefined where there is none. */
export function findSubscription(store: Store, token: string): Subscription | undefined {
  return store.rows(
    subscriptionSchema,
    `SELECT p.list, p.status, p.token, p.wants, ${mayReturn('p')} AS "mayReturn"
     FROM subscriptions p WHERE p.token = $token`,
    { token },
  )[0];
}

/** Every place on a list that the person has whom a token names, in the order of the site. */
export function subscriptionsOfPerson(store: Store, token: string): Subscription[] {
  const lists = allLists(store);
  const places = store.rows(
    subscriptionSchema,
    `SELECT place.list, place.status, place.token, place.wants, ${mayReturn('place')} AS "mayReturn"
     FROM subscriptions named JOIN subscriptions place ON place.subscriber = named.subscriber
       AND place.list IN (SELECT value FROM json_each($lists))
     WHERE named.token = $token`,
    { token, lists: JSON.stringify(lists) },
  );
  return lists.flatMap((id) => places.filter(({ list }) => list === id));
}

/** The other lists on which the same person still is. */
export const otherSubscriptions = (store: Store, token: string): Subscription[] =>
  subscriptionsOfPerson(store, token).filter(
    (one) => one.token !== token && one.status === 'subscribed',
  );

/**
 * Takes the person that a token names off its list, at once, also somebody whom a new file had removed
 * already: now no import brings them back. Doing it again changes nothing. A bounce for good is
 * kept, and the wish with it, so that it holds should the bounce ever be taken back.
 * @param reason how they left: it is kept with the time
 * @param now when they left
 * @returns whether that was new
 */
export function unsubscribe(store: Store, token: string, reason: string, now: Date): boolean {
  const changed = store.change(
    `UPDATE subscriptions SET status = 'unsubscribed', reason = $reason, changed_at = $now
     WHERE token = $token AND status IN ('subscribed', 'removed')`,
    { token, reason, now: now.toISOString() },
  );
  return changed > 0 || leaveBeneath(store, token, reason, now);
}

/** Keeps the wish of somebody who bounced as the state before the bounce. */
const leaveBeneath = (store: Store, token: string, reason: string, now: Date): boolean =>
  store.change(
    `INSERT INTO subscription_history (list, subscriber, status, reason, changed_at)
     SELECT p.list, p.subscriber, 'unsubscribed', $reason, $now FROM subscriptions p
     WHERE p.token = $token AND p.status = 'bounced' AND 'unsubscribed' IS DISTINCT FROM (
       SELECT h.status FROM subscription_history h
       WHERE h.subscriber = p.subscriber AND h.list = p.list ORDER BY h.rowid DESC LIMIT 1)`,
    { token, reason, now: now.toISOString() },
  ) > 0;

/**
 * Puts somebody back who unsubscribed and, with the same token, took that back, which lifts a no that was
 * kept for this list as well. Whom somebody else had taken off before does not come back this way.
 * @returns whether they are on the list again
 */
export function resubscribe(store: Store, token: string, reason: string, now: Date): boolean {
  return store.transaction(() => {
    if (!findSubscription(store, token)?.mayReturn) return false;
    const [place] = store.rows(
      z.object({ address: z.string(), list: audienceId }),
      `SELECT s.address, p.list FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
       WHERE p.token = $token`,
      { token },
    );
    if (place) liftOwnNo(store, place, now);
    return (
      store.change(
        `UPDATE subscriptions SET status = 'subscribed', reason = $reason, changed_at = $now
         WHERE token = $token`,
        { token, reason, now: now.toISOString() },
      ) > 0
    );
  });
}
