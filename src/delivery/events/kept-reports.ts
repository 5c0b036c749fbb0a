import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { applyReport } from './apply-report.ts';
import { deliveryState } from './event.ts';
import { findByMessage } from './find-delivery.ts';

const keptSchema = z.object({
  webhookId: z.string(),
  state: deliveryState,
  lasting: z.int().transform(Boolean),
  detail: z.string(),
  emailId: z.string(),
});

/**
 * Joins reports that could not be applied when they came to their deliveries, now that the ids of these
 * messages are known, and acts on them. Call it inside a transaction.
 */
export function applyKept(store: Store, emailIds: readonly string[], now: Date): void {
  const kept = store.rows(
    keptSchema,
    `SELECT webhook_id AS "webhookId", state, lasting, detail, email_id AS "emailId" FROM events
     WHERE dispatch IS NULL AND email_id IN (SELECT value FROM json_each($ids))`,
    { ids: JSON.stringify(emailIds.filter((id) => id !== '')) },
  );
  for (const { webhookId, ...report } of kept) {
    const delivery = findByMessage(store, report.emailId);
    if (!delivery) continue;
    const { dispatch, position } = delivery;
    store.change(
      `UPDATE events SET dispatch = $dispatch, position = $position WHERE webhook_id = $webhookId`,
      { webhookId, dispatch, position },
    );
    applyReport(store, report, delivery, now);
  }
}

/** Applies whatever of the kept reports can be applied by now, also what an older version left. */
export function applyAllKept(store: Store, now: Date): void {
  const rows = store.rows(
    z.object({ emailId: z.string() }),
    `SELECT DISTINCT e.email_id AS "emailId" FROM events e WHERE e.dispatch IS NULL
       AND e.email_id <> '' AND EXISTS (SELECT 1 FROM deliveries v WHERE v.email_id = e.email_id)`,
  );
  // Where there is nothing to write, a full disk holds nobody up.
  if (rows.length === 0) return;
  const ids = rows.map(({ emailId }) => emailId);
  store.transaction(() => applyKept(store, ids, now));
}

const unappliedSchema = z.object({
  state: deliveryState,
  /** The provider's id of the message, by which its dashboard finds it. */
  emailId: z.string(),
  at: z.iso.datetime(),
});

/** A complaint or a bounce for good for which nobody could be taken off a list. */
export type UnappliedReport = z.output<typeof unappliedSchema>;

/** The provider shows what it sent for this long, in milliseconds; after that nobody can look it up. */
const shown = 30 * 24 * 3_600_000;

/** What the provider reported lately and nobody could be taken off a list for, the oldest first. */
export const unappliedReports = (store: Store, now: Date): UnappliedReport[] =>
  store.rows(
    unappliedSchema,
    `SELECT state, email_id AS "emailId", created_at AS at FROM events
     WHERE dispatch IS NULL AND counted IS NULL AND (lasting = 1 OR state = 'complained')
       AND received_at > $since
     ORDER BY created_at, webhook_id`,
    { since: new Date(now.getTime() - shown).toISOString() },
  );
