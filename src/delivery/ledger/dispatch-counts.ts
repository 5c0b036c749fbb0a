import { z } from 'zod';
import type { Store } from '../store/store.ts';

/** Where every subscriber of a dispatch stands; the five numbers add up to its total. */
export interface DispatchCounts {
  /** Still to be sent, or being sent now. */
  pending: number;
  accepted: number;
  /** Unknown, and taken as sent by a person. */
  takenAsSent: number;
  excluded: number;
  needsPerson: number;
}

const row = z.object({
  pending: z.int(),
  accepted: z.int(),
  takenAsSent: z.int(),
  excluded: z.int(),
  needsPerson: z.int(),
  total: z.int(),
});

/**
 * Counts the people of a dispatch by where they stand, and checks the sum.
 * @throws when somebody is missing: then the store is damaged
 */
export function dispatchCounts(store: Store, id: number): DispatchCounts {
  const { total, ...counts } = row.parse(store.rows(row, query, { id })[0]);
  const sum = Object.values(counts).reduce((all, one) => all + one, 0);
  if (sum !== total) throw new Error(`a dispatch of ${total} people has ${sum} deliveries`);
  return counts;
}

const count = (status: string) => `coalesce(sum(people) FILTER (WHERE status = '${status}'), 0)`;

const query = `
  SELECT ${count('pending')} AS pending, ${count('accepted')} AS accepted,
    ${count('taken_as_sent')} AS "takenAsSent", ${count('excluded')} AS excluded,
    ${count('needs_person')} AS "needsPerson",
    (SELECT total FROM dispatches WHERE id = $id) AS total
  FROM delivery_figures WHERE dispatch = $id`;

const grouped = z.object({ name: z.string(), count: z.int() });

/** Why people were excluded or need a person, each reason with a number. */
export function dispatchReasons(store: Store, id: number) {
  const group = (select: string, where: string) =>
    Object.fromEntries(
      store
        .rows(
          grouped,
          `SELECT ${select} AS name, sum(people) AS count FROM delivery_figures
           WHERE dispatch = $id AND ${where} GROUP BY 1 ORDER BY 2 DESC, 1`,
          { id },
        )
        .map(({ name, count }) => [name, count]),
    );
  return {
    excluded: group('reason', "status = 'excluded'"),
    needsPerson: group('reason', "status = 'needs_person'"),
  };
}

/** How far a running dispatch is, from its chunks alone: quick, whatever the size of the list. */
export function dispatchProgress(store: Store, id: number): { settled: number; total: number } {
  const schema = z.object({ open: z.int(), total: z.int() });
  const [counts] = store.rows(
    schema,
    `SELECT d.total, coalesce((SELECT sum(people) FROM chunks
       WHERE dispatch = $id AND status IN ('ready', 'sending', 'unknown')), 0)
       + CASE WHEN d.listed_up_to IS NULL THEN 0 ELSE d.total - coalesce((
         SELECT max(last_position) FROM chunks WHERE dispatch = $id), 0) END AS open
     FROM dispatches d WHERE d.id = $id`,
    { id },
  );
  const { open, total } = schema.parse(counts);
  return { settled: total - open, total };
}
