import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import type { Store } from '../store/store.ts';

const dueSchema = z.object({
  id: z.int(),
  edition: bulletinId,
  audience: audienceId,
  finishedAt: z.iso.datetime(),
  people: z.int(),
  /** Of how many a person has not decided yet; while there are any, everybody is still known. */
  undecided: z.int(),
});

/** A dispatch that was over for so long that its people are to become counts. */
export type DueDispatch = z.output<typeof dueSchema>;

/** Every dispatch that was done or cancelled so many months ago and has its people one by one, oldest first. */
export const dueDispatches = (store: Store, now: Date, months: number): DueDispatch[] =>
  store.rows(
    dueSchema,
    `SELECT id, edition, audience, finished_at AS "finishedAt", total AS people,
       (SELECT count(*) FROM deliveries v WHERE v.dispatch = d.id
          AND v.status IN ('needs_person', 'pending')) AS undecided
     FROM dispatches d
     WHERE status IN ('done', 'cancelled') AND finished_at <= $before AND counted_at IS NULL
     ORDER BY finished_at, id`,
    { before: monthsBefore(now, months) },
  );

/** The same day of an earlier month, or the last one where that month is shorter; in UTC. */
function monthsBefore(now: Date, months: number): string {
  const last = new Date(now);
  last.setUTCDate(1);
  last.setUTCMonth(last.getUTCMonth() - months + 1, 0);
  const day = Math.min(now.getUTCDate(), last.getUTCDate());
  last.setUTCDate(day);
  return last.toISOString();
}
