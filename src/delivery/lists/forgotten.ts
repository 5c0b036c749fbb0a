import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

/*
 * People who asked to be forgotten must not come back by an import, so something of their address
 * has to stay: a hash under a key of this store (HMAC, RFC 2104), which says nothing by itself.
 */

/** The hash of a normalised address under the key of this store. */
export function addressHash(store: Store, address: string): string {
  return createHmac('sha256', key(store)).update(address).digest('hex');
}

/** Tells of a normalised address whether its owner was forgotten; quick where nobody was. */
export function forgottenTest(store: Store): (address: string) => boolean {
  const rows = store.rows(
    z.object({ hash: z.string() }),
    'SELECT address_hash AS hash FROM forgotten',
  );
  if (rows.length === 0) return () => false;
  const hashes = new Set(rows.map(({ hash }) => hash));
  return (address) => hashes.has(addressHash(store, address));
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
