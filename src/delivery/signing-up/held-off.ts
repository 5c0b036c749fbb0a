import { z } from 'zod';
import type { Store } from '../store/store.ts';

/**
 * Why nothing is sent to a normalised address, whoever asks: a mailbox that refused a bulletin for good, or whose
 * owner called one spam, on whatever list. Undefined for everybody else: who left by themselves, or asked to be
 * forgotten, may come back by themselves.
 */
export function heldOff(store: Store, address: string): 'bounced' | 'complained' | undefined {
  const rows = store.rows(
    z.object({ why: z.enum(['bounced', 'complained']) }),
    `SELECT p.status AS why FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
     WHERE s.address = $address AND p.status IN ('bounced', 'complained')
     UNION SELECT n.reason AS why FROM suppressions n
     WHERE n.address = $address AND n.reason IN ('bounced', 'complained') AND n.lifted_at IS NULL
     ORDER BY why DESC`,
    { address },
  );
  return rows[0]?.why;
}

const placeSchema = z.object({ list: z.string(), token: z.string() });

/** The lists that the owner of an address is on now, each with the token that leads to their choices. */
export const placesNow = (store: Store, address: string) =>
  store.rows(
    placeSchema,
    `SELECT p.list, p.token FROM subscribers s JOIN subscriptions p ON p.subscriber = s.id
     WHERE s.address = $address AND p.status = 'subscribed' ORDER BY p.list`,
    { address },
  );
