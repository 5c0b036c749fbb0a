import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** Whether any dispatch waits for its time or is being sent, by the process that carries what is scheduled. */
export const isAnythingCarried = (store: Store): boolean =>
  (store.rows(
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM dispatches
     WHERE send_at IS NOT NULL AND status IN ('freezing', 'frozen', 'sending')`,
  )[0]?.count ?? 0) > 0;
