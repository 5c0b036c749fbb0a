import { z } from 'zod';
import { applyKept } from '../events/kept-reports.ts';
import type { Store } from '../store/store.ts';
import type { Attempted } from './claimed-chunk.ts';
import { resumeOrClose } from './resume-or-close.ts';
import { moveDispatch } from './dispatch.ts';

const knownSchema = z.object({ position: z.int(), emailId: z.string() });

/**
 * Writes the provider's ids to the people of a chunk, in their order. It may come late, from a
 * worker that lost the chunk, or after a person decided otherwise: the ids are the proof all the
 * same. Another id than an earlier answer gave means that somebody got the bulletin twice; that is
 * not hidden.
 */
export function recordAccepted(
  store: Store,
  id: number,
  { seq, first, last, positions }: Attempted,
  ids: readonly string[],
  now: Date,
): void {
  const known = new Map(
    store
      .rows(
        knownSchema,
        `SELECT position, email_id AS "emailId" FROM deliveries
         WHERE dispatch = $id AND position BETWEEN $first AND $last AND email_id IS NOT NULL`,
        { id, first, last },
      )
      .map(({ position, emailId }) => [position, emailId]),
  );
  // A late answer about a message that failed, and was sent again since.
  const earlier = new Set(
    store
      .rows(
        knownSchema,
        `SELECT position, email_id AS "emailId" FROM resendings
         WHERE dispatch = $id AND position BETWEEN $first AND $last`,
        { id, first, last },
      )
      .map(({ position, emailId }) => `${position} ${emailId}`),
  );
  let twice = 0;
  for (const [at, position] of positions.entries()) {
    const emailId = ids[at] ?? '';
    if (earlier.has(`${position} ${emailId}`)) continue;
    const before = known.get(position);
    // '' is left of who was forgotten.
    if (before !== undefined) twice += before === emailId || before === '' ? 0 : 1;
    else {
      store.change(
        `UPDATE deliveries SET status = 'accepted', email_id = $emailId, reason = NULL
         WHERE dispatch = $id AND position = $position`,
        { id, position, emailId },
      );
    }
  }
  // Their reports may have come before their ids did.
  applyKept(store, ids, now);
  const moment = now.toISOString();
  const wasOpen = store.change(settled(`status = 'review'`), { id, seq, moment }) > 0;
  if (!wasOpen) store.change(settled('TRUE'), { id, seq, moment });
  if (twice > 0) {
    const reason = `Chunk ${seq} was accepted twice with different ids: ${twice} people may have it twice.`;
    moveDispatch(store, id, ['sending', 'paused', 'done'], 'review', reason);
  } else if (wasOpen) resumeOrClose(store, id, now);
}

const settled = (where: string) =>
  `UPDATE chunks SET status = 'accepted', reason = '', owner = NULL, lease_until = NULL,
     may_have_left_at = coalesce(may_have_left_at, $moment)
   WHERE dispatch = $id AND seq = $seq AND ${where}`;
