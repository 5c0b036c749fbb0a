import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { heldOff, placesNow } from './held-off.ts';
import { findSignUp, validFor } from './sign-up.ts';

/** A mail to somebody who asked to sign up. */
export interface DueMail {
  /** Normalised. */
  address: string;
  /** The provider's idempotency key: the same as long as it is the same mail. */
  key: string;
  kind: 'confirm' | 'already';
  /** Of the page where they confirm; of `already`, of the page with their choices. */
  token: string;
}

export type MailClaim =
  { kind: 'mail'; mail: DueMail } | { kind: 'wait'; milliseconds: number } | { kind: 'nothing' };

/** For how long a mail is left to who claimed it, in milliseconds; longer than a request may take. */
const lease = 2 * 60_000;

/** Past this no answer is expected any more: the provider knows a key for 24 hours. */
const tryFor = 20 * 3_600_000;

/** So many an hour at most go out; more would harm the name that the sender has with mailbox providers. */
export const mostAnHour = 1000;

const due = z.object({
  address: z.string(),
  kind: z.string().nullable(),
  triedAt: z.string().nullable(),
});

/**
 * Takes the next mail that is due, for a while; whoever else asks meanwhile gets another. What it says is decided
 * when it is first tried and stays: who is on all these lists is told so, who bounced or complained gets nothing.
 * @param slot takes a place at the provider, or says for how many milliseconds to wait
 */
export function claimMail(store: Store, now: Date, slot: () => number): MailClaim {
  return store.transaction(() => {
    for (;;) {
      const [next] = store.rows(
        due,
        `SELECT address, mail_kind AS kind, tried_at AS "triedAt" FROM sign_ups
         WHERE mail_at <= $now ORDER BY mail_at, address LIMIT 1`,
        { now: now.toISOString() },
      );
      const row = next && findSignUp(store, 'address', next.address);
      if (!row) return { kind: 'nothing' };
      const { address, token, mailKey: key } = row;
      const places = placesNow(store, address);
      const isOn = row.lists.every((list) => places.some((place) => place.list === list));
      const kind = next.kind ?? (isOn ? 'already' : 'confirm');
      const first = next.triedAt === null ? now.getTime() : Date.parse(next.triedAt);
      const choices = places[0]?.token;
      const isPast = now.getTime() - first > tryFor;
      if (heldOff(store, address) || isPast || (kind === 'already' && choices === undefined)) {
        mailDone(store, key, now);
        continue;
      }
      const milliseconds = overHour(store, now) ? 60_000 : slot();
      if (milliseconds > 0) return { kind: 'wait', milliseconds };
      store.change(
        `UPDATE sign_ups SET mail_at = $until, mail_kind = $kind, tried_at = coalesce(tried_at, $now)
         WHERE address = $address`,
        {
          address,
          kind,
          now: now.toISOString(),
          until: new Date(now.getTime() + lease).toISOString(),
        },
      );
      return kind === 'already'
        ? { kind: 'mail', mail: { address, key, kind, token: choices ?? '' } }
        : { kind: 'mail', mail: { address, key, kind: 'confirm', token } };
    }
  });
}

function overHour(store: Store, now: Date): boolean {
  const since = new Date(now.getTime() - 3_600_000).toISOString();
  const [row] = store.rows(
    z.object({ count: z.int() }),
    'SELECT count(*) AS count FROM sign_ups WHERE mailed_at > $since',
    { since },
  );
  return (row?.count ?? 0) >= mostAnHour;
}

/** The mail was taken, or never will be: no more of it today. What was asked can be confirmed from now on for `validFor`. */
export function mailDone(store: Store, key: string, now: Date): void {
  store.change(
    `UPDATE sign_ups SET mail_at = NULL, mail_kind = NULL, tried_at = NULL, mailed_at = $now,
       expires_at = $expires WHERE mail_key = $key AND mail_at IS NOT NULL`,
    {
      key,
      now: now.toISOString(),
      expires: new Date(now.getTime() + validFor).toISOString(),
    },
  );
}

/** The mail is tried again, after so many milliseconds. */
export const mailLater = (store: Store, key: string, now: Date, milliseconds: number): number =>
  store.change('UPDATE sign_ups SET mail_at = $at WHERE mail_key = $key AND mail_at IS NOT NULL', {
    key,
    at: new Date(now.getTime() + milliseconds).toISOString(),
  });

/** Deletes what nobody confirmed in time, and what was confirmed longer ago than that: it is of no use any more. */
export const dropExpired = (store: Store, now: Date): number =>
  store.change(
    `DELETE FROM sign_ups WHERE expires_at < $now AND mail_at IS NULL
       AND (mailed_at IS NULL OR mailed_at < $dayAgo)`,
    {
      now: now.toISOString(),
      dayAgo: new Date(now.getTime() - 24 * 3_600_000).toISOString(),
    },
  );
