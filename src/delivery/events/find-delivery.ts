import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { addressHash } from '../lists/forgotten.ts';
import type { Store } from '../store/store.ts';
import type { DeliveryEvent } from './event.ts';

const deliverySchema = z.object({
  dispatch: z.int(),
  position: z.int(),
  edition: bulletinId,
  audience: audienceId,
  address: z.string(),
});

/** The delivery that a report is about. */
export type ReportedDelivery = z.output<typeof deliverySchema>;

const tagSchema = z.object({
  edition: bulletinId,
  audience: audienceId,
  delivery: z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/),
});

/**
 * The delivery whose tags a message carried. Another store may use the same account and have given the
 * same number to somebody else, so edition, audience and address have to agree as well.
 */
export function findDelivery(store: Store, { tags, address }: DeliveryEvent) {
  const parsed = tagSchema.safeParse(tags);
  if (!parsed.success || address === undefined) return undefined;
  const { edition, audience: list, delivery } = parsed.data;
  const [dispatch = 0, position = 0] = delivery.split('-').map(Number);
  const gone = `forgotten:${addressHash(store, address)}`;
  const [found] = store.rows(
    deliverySchema,
    `SELECT v.dispatch, v.position, d.edition, d.audience, v.address
     FROM deliveries v JOIN dispatches d ON d.id = v.dispatch
     WHERE v.dispatch = $dispatch AND v.position = $position AND d.edition = $edition
       AND d.audience = $list AND v.address IN ($address, $gone)`,
    { dispatch, position, edition, list, address, gone },
  );
  return found && { ...found, forgotten: found.address === gone };
}
