import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { deliveryState, reach, type DeliveryEvent } from './event.ts';
import { findDelivery, type ReportedDelivery } from './find-delivery.ts';
import { stopMailing } from './stop-mailing.ts';

/** `repeated`: it was known. `unknown`: it is about no message of this ledger. */
export type EventOutcome = 'recorded' | 'repeated' | 'unknown';

/** A report and what names it; the provider repeats the name when it repeats the report. */
export interface NamedEvent {
  webhookId: string;
  event: DeliveryEvent;
}

/**
 * Writes reports of the provider down, each once, and moves the deliveries on that they are about, in one
 * transaction. They come at least once and in any order. Only deliveries move and, after a complaint or a
 * bounce for good, the person's places on lists: nothing here ever sends, repeats or accepts a message.
 */
export function recordEvents(
  store: Store,
  events: readonly NamedEvent[],
  now: Date,
): EventOutcome[] {
  return store.transaction(() => events.map((one) => recordOne(store, one, now)));
}

function recordOne(store: Store, { webhookId, event }: NamedEvent, now: Date): EventOutcome {
  const delivery = findDelivery(store, event);
  const { state, lasting, detail, emailId, createdAt } = event;
  const added = store.change(
    `INSERT INTO events (webhook_id, state, lasting, detail, email_id, created_at, received_at,
       dispatch, position)
     VALUES ($webhookId, $state, $lasting, $detail, $emailId, $createdAt, $now, $dispatch, $position)
     ON CONFLICT (webhook_id) DO NOTHING`,
    {
      webhookId,
      state,
      lasting: lasting ? 1 : 0,
      detail,
      emailId: delivery?.forgotten ? '' : emailId,
      createdAt: createdAt.toISOString(),
      now: now.toISOString(),
      dispatch: delivery?.dispatch ?? null,
      position: delivery?.position ?? null,
    },
  );
  if (added === 0) return 'repeated';
  if (!delivery) return 'unknown';
  moveDelivery(store, delivery);
  if (lasting || state === 'complained') stopMailing(store, event, delivery, now);
  return 'recorded';
}

const knownSchema = z.object({
  state: deliveryState,
  lasting: z.int().transform(Boolean),
  at: z.iso.datetime(),
});

/** Sets a delivery to the furthest that was ever reported about it. */
function moveDelivery(store: Store, { dispatch, position }: ReportedDelivery): void {
  const place = { dispatch, position };
  const known = store.rows(
    knownSchema,
    `SELECT state, lasting, created_at AS at FROM events
     WHERE dispatch = $dispatch AND position = $position ORDER BY created_at, webhook_id`,
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
