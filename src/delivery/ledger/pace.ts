import { z } from 'zod';
import type { Store } from '../store.ts';

/** The part of the provider's limit that is used: a clock that drifts a little stays within it. */
const share = 0.97;

/** How much faster than the limit requests may follow each other, to make up for lost time. */
const catchUp = 1.5;

/** At most this many moments are remembered, however high the limit is. */
const mostRemembered = 50;

/** A slot further ahead than this comes from a clock that was set back, in milliseconds. */
const farthest = 60_000;

const moments = z
  .string()
  .transform((text): readonly number[] => z.array(z.int()).parse(JSON.parse(text)));
const bucket = z.object({ perSecond: z.number(), recent: moments, blockedUntil: z.int() });

const read = `SELECT per_second AS perSecond, recent, blocked_until AS blockedUntil
  FROM pace WHERE id = 1`;

function readBucket(store: Store): z.output<typeof bucket> {
  const [row] = store.rows(bucket, read);
  if (!row) throw new Error('the store has no pace');
  return row;
}

/**
 * Takes the next free moment for one request, in milliseconds since 1970. All workers of all
 * processes take theirs from the same row: in no window of the provider's length are there more than
 * it allows, and a worker that was held up makes up for it afterwards. Call it inside a transaction.
 */
export function takeSlot(store: Store, now: number): number {
  const { perSecond, recent, blockedUntil: blocked } = readBucket(store);
  const sane = recent.filter((moment) => moment <= Math.max(now, blocked) + farthest);
  const capacity = Math.max(1, Math.min(mostRemembered, Math.floor(perSecond)));
  const window = (capacity / perSecond / share) * 1000;
  const oldest = sane.at(-capacity);
  const last = sane.at(-1);
  const slot = Math.ceil(
    Math.max(
      now,
      blocked,
      oldest === undefined ? 0 : oldest + window,
      last === undefined ? 0 : last + 1000 / perSecond / catchUp,
    ),
  );
  store.change('UPDATE pace SET recent = $recent WHERE id = 1', {
    recent: JSON.stringify([...sane, slot].slice(-capacity)),
  });
  return slot;
}

/** Until when nobody may send, in milliseconds since 1970. */
export const blockedUntil = (store: Store): number => readBucket(store).blockedUntil;

/** Keeps every worker back until a moment, in milliseconds since 1970. */
export function block(store: Store, until: number): void {
  store.change('UPDATE pace SET blocked_until = max(blocked_until, $until) WHERE id = 1', {
    until,
  });
}

const limit = z.coerce.number().positive();

/**
 * Takes over the limit that the provider names in its answers: `ratelimit-limit` requests in the
 * window of `ratelimit-policy` (as in "10;w=1", seconds). An answer without them changes nothing.
 */
export function learnPace(store: Store, headers: Readonly<Record<string, string>>): void {
  const requests = limit.safeParse(headers['ratelimit-limit']);
  if (!requests.success) return;
  const seconds = limit.safeParse(/;\s*w=(\d+)/.exec(headers['ratelimit-policy'] ?? '')?.[1]);
  const perSecond = requests.data / (seconds.success ? seconds.data : 1);
  const known = readBucket(store).perSecond;
  if (known !== perSecond) store.change('UPDATE pace SET per_second = $perSecond', { perSecond });
}
