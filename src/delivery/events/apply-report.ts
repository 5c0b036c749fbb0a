import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { deliveryState, reach, type DeliveryEvent } from './event.ts';
import type { ReportedDelivery } from './find-delivery.ts';
import { stopMailing } from './stop-mailing.ts';

/**
 * Acts on a report that is written down and joined to its delivery: the delivery moves on and, after a
 * complaint or a bounce for good, the person leaves every list.
 */
export function applyReport(
  store: Store,
  report: Pick<DeliveryEvent, 'state' | 'lasting' | 'detail'>,
  delivery: ReportedDelivery,
  now: Date,
): void {
  moveDelivery(store, delivery);
  stopForReport(store, report, delivery, now);
}

/** After a complaint or a bounce for good, the person leaves every list. */
export function stopForReport(
  store: Store,
  report: Pick<DeliveryEvent, 'state' | 'lasting' | 'detail'>,
  person: Pick<ReportedDelivery, 'address' | 'edition' | 'audience'>,
  now: Date,
): void {
  if (report.lasting || report.state === 'complained') stopMailing(store, report, person, now);
}

const knownSchema = z.object({
  state: deliveryState,
  lasting: z.int().transform(Boolean),
  at: z.iso.datetime(),
});

/** The message that failed, where it was sent again: what comes of it says nothing about the second one. */
export const earlierMessage = `SELECT 1 FROM resendings r WHERE r.dispatch = e.dispatch
  AND r.position = e.position AND r.email_id = e.email_id`;

/** Sets a delivery to the furthest that was ever reported about it. */
function moveDelivery(store: Store, { dispatch, position }: ReportedDelivery): void {
  const place = { dispatch, position };
  const known = store.rows(
    knownSchema,
    `SELECT state, lasting, created_at AS at FROM events e
     WHERE dispatch = $dispatch AND position = $position AND NOT EXISTS (${earlierMessage})
     ORDER BY created_at, webhook_id`,
    place,
  );
  const [furthest] = known.toSorted((one, other) => reach(other) - reach(one));
  if (!furthest) return;
  store.change(
    `UPDATE deliveries SET delivery = $state, delivery_at = $at
     WHERE dispatch = $dispatch AND position = $position`,
    { ...place, state: furthest.state, at: furthest.at },
  );
}
