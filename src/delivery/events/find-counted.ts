import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { DeliveryEvent } from './event.ts';
import { tagSchema } from './find-delivery.ts';

/**
 * The dispatch that a late report is about whose people have become counts meanwhile, as the tags of the message
 * say, and the address in the report. A bounce or a complaint is a no whenever it comes.
 */
export function findCounted(store: Store, { tags, address }: DeliveryEvent) {
  const parsed = tagSchema.safeParse(tags);
  if (!parsed.success || address === undefined) return undefined;
  const { edition, audience, delivery } = parsed.data;
  const [dispatch = 0, position = 0] = delivery.split('-').map(Number);
  const found = store.rows(
    z.object({ id: z.int() }),
    `SELECT id FROM dispatches WHERE id = $dispatch AND edition = $edition AND audience = $audience
       AND counted_at IS NOT NULL AND total >= $position`,
    { dispatch, edition, audience, position },
  );
  return found.length === 0 ? undefined : { dispatch, edition, audience, address };
}
