import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { addressHash } from '../suppressions/forgotten.ts';
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

/** What Pānui tags a message with. */
export const tagSchema = z.object({
  edition: bulletinId,
  audience: audienceId,
  delivery: z.string().regex(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/),
});

/** The delivery that a report is about, and whether its person was forgotten. */
export interface FoundDelivery extends ReportedDelivery {
  forgotten: boolean;
}

/**
 * The delivery that a report is about: by the id that the provider gave the message, which no other has,
 * else by its tags, and at last by what earlier reports on the same message were about.
 */
export const findDelivery = (store: Store, event: DeliveryEvent): FoundDelivery | undefined =>
  findAccepted(store, event.emailId) ??
  findByTags(store, event) ??
  findReported(store, event.emailId);

/** The delivery of a message of which only the provider's id is known. */
export const findByMessage = (store: Store, emailId: string): FoundDelivery | undefined =>
  findAccepted(store, emailId) ?? findReported(store, emailId);

const columns = 'v.dispatch, v.position, d.edition, d.audience, v.address';

const withForgotten = (found: ReportedDelivery | undefined) =>
  found && { ...found, forgotten: found.address.startsWith('forgotten:') };

/** By the id that the provider gave when it accepted the message. */
const findAccepted = (store: Store, emailId: string) =>
  withForgotten(
    store.rows(
      deliverySchema,
      `SELECT ${columns} FROM deliveries v JOIN dispatches d ON d.id = v.dispatch
       WHERE v.email_id = $emailId AND v.email_id <> ''`,
      { emailId },
    )[0],
  );

/** The answer with the id may be lost; an earlier report had the id and the tags. */
const findReported = (store: Store, emailId: string) =>
  withForgotten(
    store.rows(
      deliverySchema,
      `SELECT ${columns} FROM events e
         JOIN deliveries v ON v.dispatch = e.dispatch AND v.position = e.position
         JOIN dispatches d ON d.id = v.dispatch
       WHERE e.email_id = $emailId AND e.email_id <> '' AND e.dispatch IS NOT NULL LIMIT 1`,
      { emailId },
    )[0],
  );

/**
 * The delivery whose tags a message carried. Another store may use the same account and have given the
 * same number to somebody else, so edition, audience and address have to agree as well.
 */
function findByTags(store: Store, { tags, address }: DeliveryEvent) {
  const parsed = tagSchema.safeParse(tags);
  if (!parsed.success || address === undefined) return undefined;
  const { edition, audience: list, delivery } = parsed.data;
  const [dispatch = 0, position = 0] = delivery.split('-').map(Number);
  const gone = `forgotten:${addressHash(store, address)}`;
  const [found] = store.rows(
    deliverySchema,
    `SELECT ${columns}
     FROM deliveries v JOIN dispatches d ON d.id = v.dispatch
     WHERE v.dispatch = $dispatch AND v.position = $position AND d.edition = $edition
       AND d.audience = $list AND v.address IN ($address, $gone)`,
    { dispatch, position, edition, list, address, gone },
  );
  return withForgotten(found);
}
