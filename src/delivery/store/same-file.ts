import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Store } from './store.ts';

/*
 * A file that was copied, moved to another disk or restored is another file, and says so by its number and the
 * moment at which it was made. Where a file system does not keep these, it only seems to be another one more often.
 */

const name = 'store-file';

/** Whether the file of the store is the one that it was when `rememberFile` was last called. */
export function isSameFile(store: Store, data: string): boolean {
  const [known] = store.rows(
    z.object({ value: z.string() }),
    'SELECT value FROM secrets WHERE name = $name',
    { name },
  );
  return known?.value === fileName(data);
}

/** Remembers which file the store is. */
export function rememberFile(store: Store, data: string): void {
  store.change(
    `INSERT INTO secrets VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value`,
    { name, value: fileName(data) },
  );
}

function fileName(data: string): string {
  const { ino, birthtimeNs } = statSync(join(data, 'panui.db'), { bigint: true });
  return `${ino}-${birthtimeNs}`;
}
