import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { applyReport, stopForReport } from './apply-report.ts';
import { deliveryEvent } from './event.ts';
import { findCounted } from './find-counted.ts';
import { findDelivery } from './find-delivery.ts';
import { applyKept } from './kept-reports.ts';

/** `repeated`: it was known. `unknown`: it is about no message that this ledger knows yet, and kept. */
export const eventOutcome = z.enum(['recorded', 'repeated', 'unknown']);

export type EventOutcome = z.output<typeof eventOutcome>;

/** A report and what names it; the provider repeats the name when it repeats the report. */
export const namedEvent = z.object({ webhookId: z.string(), event: deliveryEvent });

export type NamedEvent = z.output<typeof namedEvent>;

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
  const late = delivery ? undefined : findCounted(store, event);
  const { state, lasting, detail, emailId, createdAt } = event;
  const added = store.change(
    `INSERT INTO events (webhook_id, state, lasting, detail, email_id, created_at, received_at,
       dispatch, position, counted)
     VALUES ($webhookId, $state, $lasting, $detail, $emailId, $createdAt, $now, $dispatch, $position, $counted)
     ON CONFLICT (webhook_id) DO NOTHING`,
    {
      webhookId,
      state,
      lasting: lasting ? 1 : 0,
      detail,
      emailId: delivery?.forgotten || late ? '' : emailId,
      createdAt: createdAt.toISOString(),
      now: now.toISOString(),
      dispatch: delivery?.dispatch ?? null,
      position: delivery?.position ?? null,
      counted: late?.dispatch ?? null,
    },
  );
  if (added === 0) return 'repeated';
  if (late) {
    stopForReport(store, event, late, now);
    return 'recorded';
  }
  if (!delivery) return 'unknown';
  applyReport(store, event, delivery, now);
  // Others about the same message may have come without a word about whom they mean.
  applyKept(store, [emailId], now);
  return 'recorded';
}
