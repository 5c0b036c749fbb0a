import { join } from 'node:path';
import { audienceIds } from '../site.ts';
import { importList } from './import-list.ts';
import { listSizes } from './list-sizes.ts';
import type { Store } from './store.ts';

/**
 * Takes the sample lists in where nobody is on any list yet, so that a first look shows something.
 * @param folder holds one CSV file a list
 * @returns whether it did
 */
export async function loadSamples(store: Store, folder: string, now: Date): Promise<boolean> {
  const used = listSizes(store).some(
    ({ subscribed, unsubscribed }) => subscribed + unsubscribed > 0,
  );
  if (used) return false;
  for (const list of audienceIds) await importList(store, list, join(folder, `${list}.csv`), now);
  return true;
}
