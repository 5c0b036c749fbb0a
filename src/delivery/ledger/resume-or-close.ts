import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { moveDispatch } from './dispatch.ts';
import { waitsForPerson } from './review.ts';

/**
 * Moves a dispatch on that waited only for a person: it is done, or has more to send. One that was
 * done has more to send where a person wants messages sent again.
 */
export function resumeOrClose(store: Store, id: number, now: Date): void {
  if (waitsForPerson(store, id)) return;
  const [open] = store.rows(
    z.object({ chunks: z.int() }),
    `SELECT count(*) AS chunks FROM chunks
     WHERE dispatch = $id AND status IN ('ready', 'sending', 'unknown')`,
    { id },
  );
  if (open?.chunks === 0) moveDispatch(store, id, ['review'], 'done', '', now);
  else moveDispatch(store, id, ['review', 'done'], 'paused', 'Decided; send again to go on.');
}
