import { z } from 'zod';
import { recordFolder } from '../bulletins/record-folder.ts';
import { keepRecord } from '../record/record-keep.ts';
import { verifyRecord } from '../record/record-verify.ts';
import type { Store } from '../store/store.ts';
import type { DueDispatch } from './due-dispatches.ts';

/**
 * Why the people of a dispatch stay as they are for now; undefined where they can become counts.
 * @param isDry writes nothing; else its record is completed first, from what is known of them
 */
export async function reasonToKeep(
  store: Store,
  data: string,
  { edition, audience, undecided }: DueDispatch,
  isDry: boolean,
): Promise<string | undefined> {
  if (undecided > 0) {
    const whom = undecided === 1 ? '1 message waits' : `${undecided} messages wait`;
    return `${whom} for a person: \`npm run -s panui -- resolve ${edition} --audience ${audience}\``;
  }
  const record = isDry
    ? await verifyRecord(recordFolder(data, edition, audience))
    : await keepRecord(store, data, edition, audience);
  const faults = record?.faults ?? [];
  if (faults.length > 0) return `its record is not as it was kept: ${faults.join(' ')}`;
  return undefined;
}

/**
 * Turns the people of a finished dispatch into counts: who they were, their tokens, and the reports on their
 * messages are deleted and overwritten. Its figures, its record and that it went out stay, and so does every no,
 * which stands with the lists. A report that comes later is still acted on.
 * @returns whether it did; somebody else may have done it
 */
export function countDeliveries(store: Store, { id }: DueDispatch, now: Date): boolean {
  return store.overwriting(() =>
    store.transaction(() => {
      const isFirst = store.change(
        `UPDATE dispatches SET counted_at = $now WHERE id = $id AND counted_at IS NULL
         AND status IN ('done', 'cancelled')`,
        { id, now: now.toISOString() },
      );
      if (isFirst === 0) return false;
      for (const { reason, ...figures } of store.rows(figureSchema, figuresOf, { id })) {
        store.change(
          `INSERT INTO delivery_counts VALUES ($id, $status, $reason, $delivery, $people)`,
          {
            id,
            ...figures,
            reason: reason === null ? null : withoutAddresses(reason),
          },
        );
      }
      // What the provider said may hold a piece of an address.
      store.change(`DELETE FROM attempts WHERE dispatch = $id AND detail LIKE '%@%'`, { id });
      store.change(
        `UPDATE chunks SET reason = '(deleted)' WHERE dispatch = $id AND reason LIKE '%@%'`,
        { id },
      );
      store.change(`UPDATE resendings SET email_id = '' WHERE dispatch = $id`, { id });
      store.change('DELETE FROM events WHERE dispatch = $id', { id });
      store.change('DELETE FROM deliveries WHERE dispatch = $id', { id });
      return true;
    }),
  );
}

const figureSchema = z.object({
  status: z.string(),
  reason: z.string().nullable(),
  delivery: z.string().nullable(),
  people: z.int(),
});

const figuresOf = `SELECT status, reason, delivery, count(*) AS people FROM deliveries
  WHERE dispatch = $id GROUP BY 1, 2, 3`;

const withoutAddresses = (text: string) =>
  text.replaceAll(/[^\s"<>@()]+@[^\s"<>@()]+/g, '(an address)');
