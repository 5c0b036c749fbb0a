import { z } from 'zod';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { recipientSchema, type Recipient } from './subscription.ts';

const rowSchema = recipientSchema.extend({ id: z.int() });

const query = `
  SELECT s.id, s.address, s.name, p.token
  FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
  WHERE p.list = $list AND p.status = 'subscribed' AND p.subscriber > $after
    AND (p.wants = 'every' OR $asks = 1)
  ORDER BY p.subscriber LIMIT $size`;

/**
 * The people who get the bulletins of one audience, in the order they were first taken in,
 * a chunk of at most `size` at a time, so that memory does not grow with the list.
 * @param asks false where the bulletin asks nothing of them: who wants only what needs action is left out
 */
export function* listRecipients(
  store: Store,
  list: Audience,
  { size = 500, asks }: { size?: number; asks?: false | undefined } = {},
): Generator<readonly Recipient[]> {
  let after = 0;
  for (;;) {
    const rows = store.rows(rowSchema, query, { list, after, size, asks: asks === false ? 0 : 1 });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ address, name, token }) => ({ address, name, token }));
    after = last.id;
  }
}
