import { z } from 'zod';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Store } from '../store/store.ts';

const rowSchema = z.object({
  /** As the list has it; empty where it does not. */
  organisation: z.string(),
  people: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  complained: z.int(),
  open: z.int(),
});

/** What became of the people of one organisation. */
export type OrganisationFigures = z.output<typeof rowSchema>;

/**
 * What became of a dispatch by the organisations that the lists know, those first that got the least of it. Nothing where
 * the lists know of none. People who were forgotten are nobody's.
 */
export function figuresByOrganisation(store: Store, { id }: Dispatch): OrganisationFigures[] {
  const rows = store.rows(
    rowSchema,
    `SELECT coalesce(s.organisation, '') AS organisation, count(*) AS people,
       count(*) FILTER (WHERE v.delivery = 'delivered') AS delivered,
       count(*) FILTER (WHERE v.delivery IN ('bounced', 'failed', 'suppressed')) AS bounced,
       count(*) FILTER (WHERE v.delivery = 'complained') AS complained,
       count(*) FILTER (WHERE v.status IN ('pending', 'needs_person')) AS open
     FROM deliveries v LEFT JOIN subscriptions p ON p.token = v.token
       LEFT JOIN subscribers s ON s.id = p.subscriber
     WHERE v.dispatch = $id GROUP BY 1 ORDER BY 4 DESC, 2 DESC, 1`,
    { id },
  );
  return rows.some(({ organisation }) => organisation !== '') ? rows : [];
}
