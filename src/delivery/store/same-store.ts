import { z } from 'zod';
import type { Store } from './store.ts';

/*
 * A file that was copied, moved to another disk or restored is another file, and says so by its number and the
 * moment at which it was made; a database says so by its own numbers. Where a file system does not keep these, it
 * only seems to be another one more often.
 */

const name = 'store-file';

/** Whether the store is the very one that it was when `rememberStore` was last called. */
export function isSameStore(store: Store): boolean {
  const [known] = store.rows(
    z.object({ value: z.string() }),
    'SELECT value FROM secrets WHERE name = $name',
    { name },
  );
  return known?.value === store.identity();
}

/** Remembers which store it is. */
export function rememberStore(store: Store): void {
  store.change(
    `INSERT INTO secrets VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value`,
    { name, value: store.identity() },
  );
}
