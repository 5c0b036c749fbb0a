import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { newToken, wants } from '../lists/subscription.ts';
import type { Store } from '../store/store.ts';
import { consentWording } from './consent-wording.ts';

/**
 * What somebody asks for on the page to sign up: the address, normalised, at least one public list, and where they
 * asked. Whose address it is shows only when they confirm it.
 */
export const signUpOrder = z.object({
  address: z.string(),
  lists: z.array(audienceId),
  wants,
  source: z.string(),
});

export type SignUpOrder = z.output<typeof signUpOrder>;

const lists = z.string().transform((text): string[] => z.array(audienceId).parse(JSON.parse(text)));

const rowSchema = z.object({
  address: z.string(),
  token: z.string(),
  lists,
  wants,
  wording: z.string(),
  source: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  confirmedAt: z.string().nullable(),
  mailAt: z.string().nullable(),
  mailKey: z.string(),
  mailedAt: z.string().nullable(),
});

/** What is kept of somebody who asked, until its time is over. */
export type SignUp = z.output<typeof rowSchema>;

/** The columns of `sign_ups` by the names of `SignUp`. */
export const signUpColumns = `address, token, lists, wants, wording, source, asked_at AS "askedAt",
  expires_at AS "expiresAt", confirmed_at AS "confirmedAt", mail_at AS "mailAt", mail_key AS "mailKey",
  mailed_at AS "mailedAt"`;

/** For how long what was asked can be confirmed, in milliseconds; it begins anew when its mail leaves. */
export const validFor = 3 * 24 * 3_600_000;

/** An address gets one mail in so many milliseconds, whoever asks how often. */
export const mailEvery = 24 * 3_600_000;

/** So many wait to be confirmed at a time; a flood does not fill the disk. */
export const mostWaiting = 20_000;

/** The row of an address or of a token. */
export const findSignUp = (
  store: Store,
  by: 'address' | 'token',
  value: string,
): SignUp | undefined =>
  store.rows(rowSchema, `SELECT ${signUpColumns} FROM sign_ups WHERE ${by} = $value`, { value })[0];

/**
 * Keeps what somebody asks for, to be confirmed with the mail that goes to the address. It looks at nothing else
 * that is held of anybody and does the same for everybody, so that neither its answer nor its time tells who is on
 * a list. Who asks again within a day, or somebody for them, gets no second mail: what they ask for is added.
 * @returns whether it is kept; where too many wait, nobody's is
 */
export function askToSignUp(store: Store, order: SignUpOrder, now: Date): boolean {
  return store.transaction(() => {
    const before = findSignUp(store, 'address', order.address);
    const waiting = countWaiting(store);
    if (!before && waiting >= mostWaiting) return false;
    const isOpen = before?.confirmedAt === null && before.expiresAt > now.toISOString();
    const open = isOpen ? before : undefined;
    const mailed = before?.mailedAt ? Date.parse(before.mailedAt) : Number.NEGATIVE_INFINITY;
    const isMailed = now.getTime() - mailed < mailEvery;
    const isDue = before?.mailAt !== undefined && before.mailAt !== null;
    const expires = new Date(now.getTime() + validFor).toISOString();
    store.change(keep, {
      address: order.address,
      token: open?.token ?? newToken(),
      lists: JSON.stringify([...new Set([...(open?.lists ?? []), ...order.lists])]),
      wants: order.wants,
      wording: consentWording(order.lists, order.wants),
      source: order.source,
      now: now.toISOString(),
      expires: open && isMailed ? open.expiresAt : expires,
      mailAt: isDue ? before.mailAt : isMailed ? null : now.toISOString(),
      mailKey: isDue ? before.mailKey : newToken(),
      mailedAt: before?.mailedAt ?? null,
    });
    return true;
  });
}

const countWaiting = (store: Store): number =>
  store.rows(z.object({ count: z.int() }), 'SELECT count(*) AS count FROM sign_ups')[0]?.count ?? 0;

const keep = `
  INSERT INTO sign_ups (address, token, lists, wants, wording, source, asked_at, expires_at, confirmed_at,
    mail_at, mail_key, mailed_at)
  VALUES ($address, $token, $lists, $wants, $wording, $source, $now, $expires, NULL, $mailAt, $mailKey, $mailedAt)
  ON CONFLICT (address) DO UPDATE SET token = $token, lists = $lists, wants = $wants, wording = $wording,
    source = $source, asked_at = $now, expires_at = $expires, confirmed_at = NULL, mail_at = $mailAt,
    mail_key = $mailKey`;
