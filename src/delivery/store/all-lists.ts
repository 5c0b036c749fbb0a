import { z } from 'zod';
import { audienceIds } from '../../publication/site.ts';
import { audienceId } from '../../schemas/audience-id.ts';
import type { Store } from './store.ts';

/* From list to list by the first column of the key: nobody on a list is looked at. */
const query = `
  WITH RECURSIVE lists (list) AS (
    SELECT min(list) FROM subscriptions
    UNION ALL
    SELECT (SELECT min(s.list) FROM subscriptions s WHERE s.list > lists.list) FROM lists
    WHERE lists.list IS NOT NULL
  )
  SELECT list FROM lists WHERE list IS NOT NULL`;

const rowSchema = z.object({ list: audienceId });

/**
 * Every list, in the order of the site, and after them those whose audience is not in `content/site.yaml`
 * any more: who is on one of them can still leave it, and a no that was said there holds.
 */
export function allLists(store: Store): string[] {
  const kept = store.rows(rowSchema, query).map(({ list }) => list);
  return [...new Set([...audienceIds(), ...kept])];
}
