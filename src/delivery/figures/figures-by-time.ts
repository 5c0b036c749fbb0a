import { z } from 'zod';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Store } from '../store/store.ts';
import { leftAfter } from './dispatch-figures.ts';

/** What is counted over time. */
export const timed = ['accepted', 'delivered', 'bounced', 'complained', 'unsubscribed'] as const;

export type Timed = (typeof timed)[number];

/** How many people, in one stretch of time. */
export interface Stretch extends Record<Timed, number> {
  /** When it begins, in UTC. */
  start: string;
}

export interface FiguresByTime {
  /** How long each stretch is, in minutes. */
  minutes: number;
  /** One after the other, from the first message on. */
  stretches: Stretch[];
}

/* More than this does not fit beside each other. */
const most = 24;
const steps = [1, 5, 15, 60, 180, 720, 1440, 4320, 10_080, 43_200] as const;

/** What became of a dispatch over time; nothing where nothing has happened, or its people are counts by now. */
export function figuresByTime(store: Store, dispatch: Dispatch): FiguresByTime | undefined {
  const points = [
    ...acceptedAt(store, dispatch),
    ...reportedAt(store, dispatch),
    ...leftAfter(store, dispatch).map((one) => ({ ...one, what: 'unsubscribed' as const })),
  ].map(({ minute, ...one }) => ({ ...one, at: Date.parse(`${minute}Z`) / 60_000 }));
  if (points.length === 0) return undefined;
  const times = points.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const minutes = steps.find((step) => (last - first) / step < most) ?? steps[9];
  const count = Math.floor((last - first) / minutes) + 1;
  const stretches = Array.from({ length: count }, (_, at): Stretch => ({
    start: new Date((first + at * minutes) * 60_000).toISOString(),
    accepted: 0,
    delivered: 0,
    bounced: 0,
    complained: 0,
    unsubscribed: 0,
  }));
  for (const { at, what, count: people } of points) {
    const stretch = stretches[Math.floor((at - first) / minutes)];
    if (stretch) stretch[what] += people;
  }
  return { minutes, stretches };
}

const acceptedSchema = z.object({ minute: z.string(), count: z.int() });

const acceptedAt = (store: Store, { id }: Dispatch) =>
  store
    .rows(
      acceptedSchema,
      `SELECT substr(a.finished_at, 1, 16) AS minute, sum(c.people) AS count
       FROM attempts a JOIN chunks c ON c.dispatch = a.dispatch AND c.seq = a.seq
       WHERE a.dispatch = $id AND a.outcome = 'accepted' AND c.status = 'accepted'
       GROUP BY 1 ORDER BY 1`,
      { id },
    )
    .map((one) => ({ ...one, what: 'accepted' as const }));

const reportedSchema = z.object({
  minute: z.string(),
  count: z.int(),
  what: z.enum(['delivered', 'bounced', 'complained']),
});

/* Of several reports of a kind on one message the first counts. */
const reportedAt = (store: Store, { id }: Dispatch) =>
  store.rows(
    reportedSchema,
    `SELECT what, substr(first, 1, 16) AS minute, count(*) AS count FROM (
       SELECT position, min(created_at) AS first,
         CASE WHEN state IN ('failed', 'suppressed') THEN 'bounced' ELSE state END AS what
       FROM events WHERE dispatch = $id
         AND state IN ('delivered', 'bounced', 'failed', 'suppressed', 'complained')
       GROUP BY position, 3) AS firsts
     GROUP BY 1, 2 ORDER BY 2`,
    { id },
  );
