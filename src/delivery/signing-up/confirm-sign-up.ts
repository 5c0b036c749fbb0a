import { z } from 'zod';
import { dayAt } from '../../dates/new-zealand.ts';
import { publicAudiences } from '../../publication/site.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import { newToken, wants } from '../lists/subscription.ts';
import type { Store } from '../store/store.ts';
import { forgetNoMore } from '../suppressions/forgotten.ts';
import { liftOwnNo } from '../suppressions/lift-suppression.ts';
import { consentWording } from './consent-wording.ts';
import { heldOff, placesNow } from './held-off.ts';
import { findSignUp } from './sign-up.ts';

/** What stands at the address of a mail to confirm. */
export const confirmation = z.discriminatedUnion('kind', [
  /** Nobody asked, or the address was altered, or its row is long gone. */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('expired') }),
  /** Confirmed before: it works once. `token` leads to the choices of the person. */
  z.object({ kind: z.literal('used'), token: z.string().optional() }),
  z.object({ kind: z.literal('open'), lists: z.array(z.string()), wants }),
  /** Just confirmed. */
  z.object({ kind: z.literal('done'), lists: z.array(z.string()), wants, token: z.string() }),
  /** A bounce or a complaint stands against it, which only the sender can look at. */
  z.object({ kind: z.literal('held'), why: z.enum(['bounced', 'complained']) }),
]);

export type Confirmation = z.output<typeof confirmation>;

/** What a person chose on the page that their mail leads to. */
export const confirmOrder = z.object({ token: z.string(), lists: z.array(audienceId), wants });

export type ConfirmOrder = z.output<typeof confirmOrder>;

/** What stands at a token; it only reads. */
export function lookAtSignUp(store: Store, token: string, now: Date): Confirmation {
  const row = findSignUp(store, 'token', token);
  if (!row) return { kind: 'unknown' };
  if (row.confirmedAt !== null) {
    return { kind: 'used', token: placesNow(store, row.address)[0]?.token };
  }
  if (row.expiresAt <= now.toISOString()) return { kind: 'expired' };
  const offered = publicAudiences().map(({ id }) => id);
  return { kind: 'open', lists: row.lists.filter((id) => offered.includes(id)), wants: row.wants };
}

/**
 * Puts the person with the mail on the lists that they chose, once. It is their own, new yes: it takes back that
 * they left, a no of theirs that was kept, and that they asked to be forgotten; a bounce and a complaint hold.
 * What they agreed to is kept, with the words and both moments.
 */
export function confirmSignUp(store: Store, order: ConfirmOrder, now: Date): Confirmation {
  return store.transaction(() => {
    const found = lookAtSignUp(store, order.token, now);
    const row = findSignUp(store, 'token', order.token);
    const offered = publicAudiences().map(({ id }) => id);
    const chosen = order.lists.filter((id) => offered.includes(id));
    if (found.kind !== 'open' || !row || chosen.length === 0) return found;
    const { address } = row;
    const why = heldOff(store, address);
    if (why) return { kind: 'held', why };
    const moment = now.toISOString();
    forgetNoMore(store, address);
    store.change(
      `INSERT INTO subscribers (address, created_at) VALUES ($address, $moment)
       ON CONFLICT (address) DO NOTHING`,
      { address, moment },
    );
    for (const list of chosen) {
      liftOwnNo(store, { address, list }, now);
      store.change(subscribe, {
        address,
        list,
        moment,
        wants: order.wants,
        token: newToken(),
        source: row.source,
        day: dayAt(now),
      });
      store.change(keepConsent, {
        address,
        list,
        moment,
        wording: consentWording(chosen, order.wants),
        source: row.source,
        askedAt: row.askedAt,
      });
    }
    // From now on the address is known to be theirs, so that they may ask again at once.
    store.change(
      `UPDATE sign_ups SET confirmed_at = $moment, mail_at = NULL, mailed_at = NULL
       WHERE token = $token`,
      { moment, token: order.token },
    );
    const token = placesNow(store, address)[0]?.token ?? '';
    return { kind: 'done', lists: chosen, wants: order.wants, token };
  });
}

const subscribe = `
  INSERT INTO subscriptions (list, subscriber, token, status, consent_basis, consent_source, consent_date,
    reason, changed_at, wants)
  SELECT $list, s.id, $token, 'subscribed', 'express', $source, $day, 'signed up', $moment, $wants
  FROM subscribers s WHERE s.address = $address
  ON CONFLICT (list, subscriber) DO UPDATE SET status = 'subscribed', consent_basis = 'express',
    consent_source = $source, consent_date = $day, reason = 'signed up', changed_at = $moment, wants = $wants`;

const keepConsent = `
  INSERT INTO consents (list, subscriber, wording, source, asked_at, confirmed_at)
  SELECT $list, s.id, $wording, $source, $askedAt, $moment FROM subscribers s WHERE s.address = $address`;
