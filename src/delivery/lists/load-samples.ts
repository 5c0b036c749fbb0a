import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { audienceIds } from '../../publication/site.ts';
import { importList } from './import-list.ts';
import type { Store } from '../store/store.ts';

/** Stands in the store while the sample lists are being taken in. */
const mark = 'sample-lists';

/**
 * Takes the sample lists in where nobody ever was on a list and nobody said no, so that a first look
 * shows something. Where it was killed between two lists, it goes on with them.
 * @param folder holds a CSV file for each list of the sample; an audience of your own has none there
 * @returns whether it took anybody in
 */
export async function loadSamples(store: Store, folder: string, now: Date): Promise<boolean> {
  const known = ['subscribers', 'suppressions', 'forgotten'].some(
    (table) => store.rows(z.unknown(), `SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
  const begun = store.rows(z.unknown(), `SELECT 1 FROM secrets WHERE name = '${mark}'`).length > 0;
  if (known && !begun) return false;
  const files = new Set(await readdir(folder));
  const lists = audienceIds().filter((list) => files.has(`${list}.csv`));
  store.change(`INSERT INTO secrets VALUES ('${mark}', 'begun') ON CONFLICT DO NOTHING`);
  for (const list of lists) await importList(store, list, join(folder, `${list}.csv`), now);
  store.change(`DELETE FROM secrets WHERE name = '${mark}'`);
  return lists.length > 0;
}
