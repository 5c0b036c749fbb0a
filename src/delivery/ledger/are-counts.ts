import { z } from 'zod';
import type { Dispatch } from './dispatch.ts';
import type { Store } from '../store/store.ts';

/** Whether the people of a dispatch have become counts, so that nobody knows any more who got what. */
export const areCounts = (store: Store, { id }: Pick<Dispatch, 'id'>): boolean =>
  store.rows(
    z.object({ id: z.int() }),
    'SELECT id FROM dispatches WHERE id = $id AND counted_at IS NOT NULL',
    { id },
  ).length > 0;
