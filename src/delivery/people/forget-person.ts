import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { maskAddress } from '../list-files/address.ts';
import { addressHash } from '../suppressions/forgotten.ts';
import { findDispatch } from '../ledger/dispatch.ts';
import { sealChunk } from '../ledger/seal.ts';
import type { Store } from '../store/store.ts';

/**
 * Deletes everything held about the person with a normalised address, but for a keyed hash that keeps
 * them off every list for good. Past deliveries, and what was reported on them, stay as numbers without
 * a name. Rehearsals and tests in the outbox, which hold addresses, are deleted as well.
 * @returns whether anything was held
 * @throws {BadInput} while a message to the person is under way
 */
export async function forgetPerson(
  store: Store,
  data: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const held = store.overwriting(() =>
    store.transaction(() => {
      const hash = addressHash(store, address);
      forgetDeliveries(store, address, hash);
      const keep =
        'INSERT INTO forgotten (address_hash, forgotten_at) VALUES ($hash, $now) ON CONFLICT DO NOTHING';
      store.change(keep, { hash, now: now.toISOString() });
      const nos = store.change('DELETE FROM suppressions WHERE address = $address', { address });
      const person = 'SELECT id FROM subscribers WHERE address = $address';
      store.change(`DELETE FROM subscription_history WHERE subscriber IN (${person})`, { address });
      store.change(`DELETE FROM consents WHERE subscriber IN (${person})`, { address });
      const asked = store.change('DELETE FROM sign_ups WHERE address = $address', { address });
      store.change(`DELETE FROM restorations WHERE subscriber IN (${person})`, { address });
      store.change(`DELETE FROM subscriptions WHERE subscriber IN (${person})`, { address });
      const people = store.change('DELETE FROM subscribers WHERE address = $address', { address });
      return people + nos + asked > 0;
    }),
  );
  await rm(join(data, 'outbox'), { recursive: true, force: true });
  return held;
}

const heldSchema = z.object({
  id: z.int(),
  position: z.int(),
  edition: bulletinId,
  audience: audienceId,
  status: z.string(),
  seq: z.int().nullable(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  mayHaveLeftAt: z.string().nullable(),
});

function forgetDeliveries(store: Store, address: string, hash: string): void {
  const rows = store.rows(
    heldSchema,
    `SELECT d.id, v.position, d.edition, d.audience, v.status, c.seq, c.first_position AS first,
       c.last_position AS last, c.may_have_left_at AS "mayHaveLeftAt"
     FROM dispatches d JOIN deliveries v ON v.dispatch = d.id AND v.address = $address
       LEFT JOIN chunks c ON c.dispatch = d.id AND c.status IN ('ready', 'sending', 'unknown')
         AND v.position BETWEEN c.first_position AND c.last_position AND v.status = 'pending'`,
    { address },
  );
  const busy = rows.filter(({ mayHaveLeftAt }) => mayHaveLeftAt !== null);
  if (busy.length > 0) throw new BadInput(busy.map(underWay));
  for (const { id, position, edition, audience: list, seq, first, last, status } of rows) {
    store.change(
      `UPDATE deliveries SET address = $gone, token = '', status = $status,
         email_id = CASE WHEN email_id IS NULL THEN NULL ELSE '' END, reason = replace(
           CASE $status WHEN 'excluded' THEN coalesce(reason, 'forgotten') ELSE reason END, $masked, '(an address)')
       WHERE dispatch = $id AND position = $position`,
      {
        id,
        position,
        gone: `forgotten:${hash}`,
        status: status === 'pending' ? 'excluded' : status,
        masked: maskAddress(address),
      },
    );
    store.change(`UPDATE events SET email_id = '' WHERE dispatch = $id AND position = $position`, {
      id,
      position,
    });
    store.change(
      `UPDATE resendings SET email_id = '' WHERE dispatch = $id AND position = $position`,
      { id, position },
    );
    const dispatch = findDispatch(store, edition, list);
    if (seq === null || first === null || last === null || dispatch?.id !== id) continue;
    sealChunk(store, dispatch, { seq, first, last });
  }
}

const underWay = ({ edition, audience: list }: { edition: string; audience: string }) => ({
  file: `the dispatch of ${edition} for ${list}`,
  expected: 'no message to this person under way',
  found: 'one that may have been sent, and may have to be repeated',
  remedy: 'Finish the dispatch with `npm run -s panui -- send`, then forget the person.',
});
