import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import type { Audience } from '../../publication/site.ts';
import { maskAddress } from '../list-files/address.ts';
import { forgottenSince } from '../suppressions/forgotten.ts';
import { liftBounces } from '../suppressions/lift-suppression.ts';
import type { Store } from '../store/store.ts';
import { subscriptionStatus, type SubscriptionStatus } from '../lists/subscription.ts';
import { suppressionsOf } from '../suppressions/suppression.ts';

/** A decision that somebody who bounced for good may be written to again. */
export interface Restoration {
  /** Normalised. */
  address: string;
  /** Who decides: a role or a name. */
  by: string;
  reason: string;
}

/** A place on a list after a bounce was taken back: as it was before the bounce. */
export interface RestoredPlace {
  list: Audience;
  status: Before;
}

/** What a place can have been before a bounce: a complaint goes further and stays. */
const beforeSchema = subscriptionStatus.extract(['subscribed', 'unsubscribed', 'removed']);
type Before = z.output<typeof beforeSchema>;

/**
 * Takes back a bounce for good of one person, on every list, since it was the mailbox that was in doubt.
 * Each place becomes what it was before: who had left a list, or wrote to leave it since, stays off it.
 * A bounce that is kept of somebody whom nobody holds is lifted: then there is no place. Who decided, when and
 * why is kept; a new bounce suppresses again.
 * @throws {BadInput} for whom staff cannot put back: nobody bounced, somebody who complained, left every
 * list or asked to be forgotten. The address is masked
 */
export function restorePerson(
  store: Store,
  { address, by, reason }: Restoration,
  now: Date,
): RestoredPlace[] {
  return store.transaction(() => {
    const places = placesOf(store, address);
    const isForgotten = forgottenSince(store)(address) !== undefined;
    const nos = suppressionsOf(store, address).filter(({ liftedAt }) => liftedAt === null);
    const said = [...places.map(({ status }) => status), ...nos.map((no) => no.reason)];
    const refusal = isForgotten ? refusals.forgotten : refusalFor(places, said);
    if (refusal) throw new BadInput([{ file: maskAddress(address), expected, ...refusal }]);
    liftBounces(store, address, `${by}: ${reason}`, now);
    const bounced = places.filter(({ status }) => status === 'bounced');
    for (const { list, subscriber, before } of bounced) {
      const moment = now.toISOString();
      const place = { list, subscriber, moment };
      store.change(
        `UPDATE subscriptions SET status = $before, reason = $why, changed_at = $moment
         WHERE list = $list AND subscriber = $subscriber`,
        { ...place, before, why: `bounce taken back by ${by}: ${reason}` },
      );
      store.change(
        `INSERT INTO restorations (list, subscriber, name, reason, restored_at)
         VALUES ($list, $subscriber, $by, $reason, $moment)`,
        { ...place, by, reason },
      );
    }
    return bounced.map(({ list, before }) => ({ list, status: before }));
  });
}

const placeSchema = z.object({
  list: audienceId,
  subscriber: z.int(),
  status: subscriptionStatus,
  before: beforeSchema,
});

type Place = z.output<typeof placeSchema>;

/** The places of a person, each with what it was before a bounce. */
const placesOf = (store: Store, address: string): Place[] =>
  store.rows(
    placeSchema,
    `SELECT p.list, p.subscriber, p.status, coalesce(
       (SELECT h.status FROM subscription_history h
        WHERE h.subscriber = p.subscriber AND h.list = p.list AND p.status = 'bounced'
        ORDER BY h.rowid DESC LIMIT 1), 'removed') AS before
     FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
     WHERE s.address = $address ORDER BY p.list`,
    { address },
  );

const expected = 'somebody whose bulletins bounced for good';
const look = 'Look with `npm run -s panui -- lists show ADDRESS`.';
const byThemselves =
  'Staff cannot put them back. Only they can, with the link at the foot of any bulletin they have.';

const refusals = {
  forgotten: {
    found: 'somebody who asked to be forgotten, which holds for good',
    remedy: 'They may ask for the bulletins at another address.',
  },
  complained: {
    found: 'somebody who called a bulletin spam, which holds for good',
    remedy: 'Staff cannot put them back. They may ask for the bulletins at another address.',
  },
  unsubscribed: { found: 'somebody who unsubscribed', remedy: byThemselves },
  unheld: {
    found: 'somebody who said no, though they are on no list',
    remedy: 'Staff cannot put them back. They may ask for the bulletins at another address.',
  },
  leftBefore: {
    found: 'somebody who unsubscribed, apart from the bounce',
    remedy: byThemselves,
  },
  subscribed: { found: 'somebody who is on the list', remedy: look },
  nobody: { found: 'nobody who is', remedy: look },
} as const;

/** @param said how the person stands on each list and by each no that is kept */
function refusalFor(places: readonly Place[], said: readonly SubscriptionStatus[]) {
  if (said.includes('complained')) return refusals.complained;
  if (said.includes('bounced')) {
    const bounced = places.filter(({ status }) => status === 'bounced');
    const allLeft = bounced.length > 0 && bounced.every(({ before }) => before === 'unsubscribed');
    return allLeft ? refusals.leftBefore : undefined;
  }
  if (said.includes('subscribed')) return refusals.subscribed;
  if (!said.includes('unsubscribed')) return refusals.nobody;
  return places.length > 0 ? refusals.unsubscribed : refusals.unheld;
}
