import { join } from 'node:path';
import { z } from 'zod';
import { audienceIds } from '../../publication/site.ts';
import { importList } from './import-list.ts';
import type { Store } from '../store/store.ts';

/**
 * Takes the sample lists in where nobody ever was on a list and nobody said no, so that a first look shows something.
 * @param folder holds one CSV file a list
 * @returns whether it did
 */
export async function loadSamples(store: Store, folder: string, now: Date): Promise<boolean> {
  const known = ['subscribers', 'suppressions', 'forgotten'].some(
    (table) => store.rows(z.unknown(), `SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
  if (known) return false;
  for (const list of audienceIds) await importList(store, list, join(folder, `${list}.csv`), now);
  return true;
}
