import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

/*
 * People who asked to be forgotten must not come back by an import, so something of their address
 * has to stay: a hash under a key of this store (HMAC, RFC 2104), which says nothing by itself. A move
 * brings hashes of another store along, each with the key of that store.
 */

/** The hash of a normalised address under the key of this store. */
export const addressHash = (store: Store, address: string): string => hash(key(store), address);

const hash = (secretKey: string, address: string) =>
  createHmac('sha256', secretKey).update(address).digest('hex');

/** Tells of a normalised address whether its owner was forgotten; quick where nobody was. */
export function forgottenTest(store: Store): (address: string) => boolean {
  const since = forgottenSince(store);
  return (address) => since(address) !== undefined;
}

/** Tells of a normalised address since when its owner is forgotten; undefined where nobody asked for that. */
export function forgottenSince(store: Store): (address: string) => string | undefined {
  const rows = forgottenHashes(store);
  const keys = [...new Set(rows.map((row) => row.key))];
  const moments = new Map(rows.map((row) => [row.hash, row.at]));
  return (address) => keys.flatMap((one) => moments.get(hash(one, address)) ?? []).toSorted()[0];
}

const rowSchema = z.object({ hash: z.string(), at: z.string(), key: z.string() });

/** Somebody of whom only a hash is left: the key that it was made with, and since when. */
export type Forgotten = z.output<typeof rowSchema>;

/** How an export writes somebody who was forgotten, in the place of the address. */
export const forgottenCell = ({ key: made, hash: left }: Forgotten) => `forgotten:${made}:${left}`;

/** Reads what `forgottenCell` wrote; undefined for anything else. */
export function readForgotten(cell: string, changed: string, now: Date): Forgotten | undefined {
  const [, made, left] = /^forgotten:([\w-]{43}):([0-9a-f]{64})$/.exec(cell) ?? [];
  if (made === undefined || left === undefined) return undefined;
  const at = z.iso.datetime().safeParse(changed).data ?? now.toISOString();
  return { key: made, hash: left, at };
}

/** Everybody who was forgotten. */
export function forgottenHashes(store: Store): Forgotten[] {
  const rows = store.rows(
    rowSchema,
    'SELECT address_hash AS hash, forgotten_at AS at, key FROM forgotten ORDER BY address_hash',
  );
  if (rows.length === 0) return [];
  const own = key(store);
  return rows.map((row) => ({ ...row, key: row.key === '' ? own : row.key }));
}

/**
 * Keeps what another store knew of people who were forgotten there. Who is on a list here is taken off.
 * Call it inside a transaction.
 * @returns how many of them were new
 */
export function keepForgotten(store: Store, rows: readonly Forgotten[], now: Date): number {
  if (rows.length === 0) return 0;
  const own = key(store);
  const added = rows.filter(
    (row) =>
      store.change(
        `INSERT INTO forgotten (address_hash, forgotten_at, key) VALUES ($hash, $at, $key)
         ON CONFLICT DO NOTHING`,
        { ...row, key: row.key === own ? '' : row.key },
      ) > 0,
  ).length;
  const isForgotten = forgottenTest(store);
  const people = store.rows(
    z.object({ id: z.int(), address: z.string() }),
    'SELECT id, address FROM subscribers',
  );
  for (const { id } of people.filter(({ address }) => isForgotten(address))) {
    store.change(
      `UPDATE subscriptions SET status = 'unsubscribed', reason = $reason, changed_at = $now
       WHERE subscriber = $id AND status IN ('subscribed', 'removed')`,
      { id, now: now.toISOString(), reason: 'asked to be forgotten, before a move' },
    );
  }
  return added;
}

/** Takes back that the owner of a normalised address was forgotten, because they themselves sign up anew. */
export function forgetNoMore(store: Store, address: string): void {
  const keys = new Set(forgottenHashes(store).map((row) => row.key));
  for (const one of keys) {
    store.change('DELETE FROM forgotten WHERE address_hash = $left', { left: hash(one, address) });
  }
}

const secret = z.object({ value: z.string() });

function key(store: Store): string {
  const read = `SELECT value FROM secrets WHERE name = 'address-hash'`;
  const known = store.rows(secret, read)[0];
  if (known) return known.value;
  store.change(`INSERT INTO secrets VALUES ('address-hash', $value) ON CONFLICT DO NOTHING`, {
    value: randomBytes(32).toString('base64url'),
  });
  return secret.parse(store.rows(secret, read)[0]).value;
}
