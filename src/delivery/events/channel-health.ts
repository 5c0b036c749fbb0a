import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import type { Store } from '../store/store.ts';

/*
 * Whether what the provider reports still comes through. It says nothing of its own accord when it does not:
 * complaints and bounces would only be missing. No address is kept for this.
 */

/** Reports that were refused, by why, since they were counted last. */
export interface Refusals {
  /** Not signed with the secret that is set. */
  signature: number;
  /** Signed with it, at a time more than five minutes from the clock of this machine. */
  clock: number;
  /** How far this machine's clock was ahead of the last of these, in seconds; behind where below 0. */
  ahead: number;
}

/** Counts refused reports; a new count begins where a report has come through since. */
export function noteRefusals(store: Store, refusals: Refusals, now: Date): void {
  store.transaction(() => {
    for (const why of ['signature', 'clock'] as const) {
      if (refusals[why] === 0) continue;
      store.change(
        `INSERT INTO refused_reports (why, count, first_at, last_at, ahead)
         VALUES ($why, $count, $now, $now, $ahead)
         ON CONFLICT (why) DO UPDATE SET last_at = $now, ahead = $ahead,
           count = CASE WHEN refused_reports.last_at < ${lastGenuine} THEN $count
             ELSE refused_reports.count + $count END,
           first_at = CASE WHEN refused_reports.last_at < ${lastGenuine} THEN $now
             ELSE refused_reports.first_at END`,
        { why, count: refusals[why], ahead: refusals.ahead, now: now.toISOString() },
      );
    }
  });
}

const lastGenuine = `coalesce((SELECT max(received_at) FROM events), '')`;

const refusedSchema = z.object({
  kind: z.enum(['signature', 'clock']),
  count: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  ahead: z.int(),
});

const silentSchema = z.object({
  edition: bulletinId,
  audience: audienceId,
  /** How many messages the provider took. */
  accepted: z.int(),
  /** When it took the last of them. */
  lastAt: z.iso.datetime(),
});

/** What shows that the provider's reports do not come through. Moments are in UTC. */
export type ChannelFault =
  | z.output<typeof refusedSchema>
  /** Hours after a dispatch nothing was reported on any message of it. */
  | ({ kind: 'silent' } & z.output<typeof silentSchema>);

/** So long after its last message nothing at all was reported on a dispatch: then nothing will be, in milliseconds. */
const silentAfter = 3 * 3_600_000;

/** The provider shows what it sent, and why it could not report it, for this long, in milliseconds. */
const shown = 30 * 24 * 3_600_000;

/** Everything that shows by now that reports do not come through. */
export function channelFaults(store: Store, now: Date): ChannelFault[] {
  const since = before(now, shown);
  const refused = store.rows(
    refusedSchema,
    `SELECT why AS kind, count, first_at AS "firstAt", last_at AS "lastAt", ahead FROM refused_reports
     WHERE last_at > $since AND last_at > ${lastGenuine} ORDER BY why`,
    { since },
  );
  const silent = store.rows(
    silentSchema,
    `SELECT d.edition, d.audience,
       (SELECT count(*) FROM deliveries v WHERE v.dispatch = d.id AND v.status = 'accepted') AS accepted,
       max(a.finished_at) AS "lastAt"
     FROM dispatches d JOIN attempts a ON a.dispatch = d.id AND a.outcome = 'accepted'
     WHERE d.attempted = 1
       AND NOT EXISTS (SELECT 1 FROM events e WHERE e.dispatch = d.id)
     GROUP BY d.id HAVING max(a.finished_at) BETWEEN $since AND $until AND EXISTS (SELECT 1 FROM deliveries v
       WHERE v.dispatch = d.id AND v.status = 'accepted') ORDER BY d.id`,
    { since, until: before(now, silentAfter) },
  );
  return [...refused, ...silent.map((one) => ({ kind: 'silent' as const, ...one }))];
}

const before = (now: Date, milliseconds: number) =>
  new Date(now.getTime() - milliseconds).toISOString();
