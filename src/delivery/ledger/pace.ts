import { z } from 'zod';
import { longestBlock } from './limits.ts';
import type { Store } from '../store/store.ts';

/** The part of the provider's limit that is used: a clock that drifts a little stays within it. */
const share = 0.99;

/** How much faster than the limit requests may follow each other, to make up for lost time. */
const catchUp = 1.5;

/** At most this many moments are remembered, however high the limit is. */
const mostRemembered = 50;

/** A moment further ahead than this comes from a clock that was set back, in milliseconds. */
const farthest = 60_000;

/** A request by when it leaves and when it was answered, 0 while it was not: it arrived in between. */
const requestSchema = z.tuple([z.int(), z.int()]);

type Request = z.output<typeof requestSchema>;

const requests = z
  .string()
  .transform((text): readonly Request[] => z.array(requestSchema).parse(JSON.parse(text)));
const bucketSchema = z.object({
  perSecond: z.number(),
  recent: requests,
  blockedUntil: z.int(),
  remaining: z.int(),
  remainingAt: z.int(),
});

type Bucket = z.output<typeof bucketSchema>;

function readBucket(store: Store): Bucket {
  const [row] = store.rows(
    bucketSchema,
    `SELECT per_second AS "perSecond", recent, blocked_until AS "blockedUntil", remaining,
       remaining_at AS "remainingAt" FROM pace WHERE id = 1`,
  );
  if (!row) throw new Error('the store has no pace');
  return row;
}

/**
 * Takes the present moment for one request, if the provider takes one more now. All workers of all
 * processes ask the same row. No window of the provider's length gets more than it allows, wherever
 * it begins: either it said that some are left in it, or as many requests as it allows were answered
 * more than that length ago. Call it inside a transaction, right before the request.
 * @returns 0, or how long to wait before asking again, in milliseconds
 */
export function takeSlot(store: Store, now: number): number {
  const bucket = readBucket(store);
  const { perSecond } = bucket;
  const recent = bucket.recent.filter(([at]) => at <= now + farthest);
  const capacity = Math.max(1, Math.min(mostRemembered, Math.floor(perSecond)));
  const oldest = recent.at(-capacity);
  const last = recent.at(-1);
  const full = oldest !== undefined && left({ ...bucket, recent }, now) <= 0;
  const free = Math.max(
    blockIn(bucket, now),
    full ? Math.max(...oldest) + (capacity / perSecond / share) * 1000 : 0,
    last === undefined ? 0 : last[0] + 1000 / perSecond / catchUp,
  );
  if (free > now) return Math.ceil(free - now);
  store.change('UPDATE pace SET recent = $recent WHERE id = 1', {
    recent: JSON.stringify([...recent, [now, 0]].slice(-capacity)),
  });
  return 0;
}

/**
 * How many requests the provider would still take in its present window: what it said was left, less
 * those that it may not have counted then. Its next window only has more. Time lost to a slow moment
 * is won back by this.
 */
function left({ perSecond, recent, remaining, remainingAt }: Bucket, now: number): number {
  const everyRequestIsKnown = perSecond <= mostRemembered;
  if (!everyRequestIsKnown || remainingAt > now) return 0;
  return remaining - recent.filter(([at, back]) => back === 0 || at > remainingAt).length;
}

/** Until when nobody may send, in milliseconds since 1970; 0 where the moment comes from a wrong clock. */
export const blockedUntil = (store: Store, now: number): number => blockIn(readBucket(store), now);

const blockIn = ({ blockedUntil: until }: Bucket, now: number) =>
  until > now + longestBlock ? 0 : until;

/** Keeps every worker back for some milliseconds, but not for longer than is sensible. */
export function block(store: Store, now: number, milliseconds: number): void {
  const until = now + Math.min(milliseconds, longestBlock);
  store.change('UPDATE pace SET blocked_until = $until WHERE id = 1', {
    until: Math.ceil(Math.max(until, blockedUntil(store, now))),
  });
}

const limit = z.coerce.number().positive();
const count = z.coerce.number().int().nonnegative();

/**
 * Takes over what the provider says in its answer: `ratelimit-limit` requests in the window of
 * `ratelimit-policy` (as in "10;w=1", seconds), and how many of a second's are left
 * (`ratelimit-remaining`). An answer without them changes nothing.
 * @param sent when the request left, as `takeSlot` was told, and when it was answered
 */
export function learnPace(
  store: Store,
  headers: Readonly<Record<string, string>>,
  sent: { at: number; back: number },
): void {
  const bucket = readBucket(store);
  const allowed = limit.safeParse(headers['ratelimit-limit']);
  const seconds = limit.safeParse(/;\s*w=(\d+)/.exec(headers['ratelimit-policy'] ?? '')?.[1]);
  const inWindow = seconds.success ? seconds.data : 1;
  const said = count.safeParse(headers['ratelimit-remaining']);
  const remaining = said.success && inWindow === 1 ? said.data : 0;
  // Answers may come in another order than their requests were sent in.
  const clockWasSetBack = bucket.remainingAt > sent.at + farthest;
  const newest = sent.at >= bucket.remainingAt || clockWasSetBack;
  store.change(
    `UPDATE pace SET per_second = $perSecond, recent = $recent, remaining = $remaining,
       remaining_at = $remainingAt WHERE id = 1`,
    {
      perSecond: allowed.success ? allowed.data / inWindow : bucket.perSecond,
      recent: JSON.stringify(
        bucket.recent.map(([at, back]) => [at, at === sent.at ? sent.back : back]),
      ),
      remaining: newest ? remaining : Math.min(remaining, bucket.remaining),
      remainingAt: newest ? sent.at : bucket.remainingAt,
    },
  );
}
