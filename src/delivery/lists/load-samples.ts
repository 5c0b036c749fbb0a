import { join } from 'node:path';
import { z } from 'zod';
import { audienceIds } from '../../publication/site.ts';
import { importList } from './import-list.ts';
import type { Store } from '../store/store.ts';

/**
 * Takes the sample lists in where nobody ever was on a list, so that a first look shows something.
 * @param folder holds one CSV file a list
 * @returns whether it did
 */
export async function loadSamples(store: Store, folder: string, now: Date): Promise<boolean> {
  if (store.rows(z.unknown(), 'SELECT 1 FROM subscribers LIMIT 1').length > 0) return false;
  for (const list of audienceIds) await importList(store, list, join(folder, `${list}.csv`), now);
  return true;
}
