import { z } from 'zod';
import type { Store } from '../store.ts';

/** The part of the provider's limit that is used: a clock that drifts a little stays within it. */
const share = 0.97;

/** A slot further ahead than this comes from a clock that was set back, in milliseconds. */
const farthest = 60_000;

const bucket = z.object({ perSecond: z.number(), nextSlot: z.int(), blockedUntil: z.int() });

const read = `SELECT per_second AS perSecond, next_slot AS nextSlot, blocked_until AS blockedUntil
  FROM pace WHERE id = 1`;

/**
 * Takes the next free moment for one request, in milliseconds since 1970. All workers of all
 * processes take theirs from the same row, so that together they keep to the provider's limit.
 * Call it inside a transaction.
 */
export function takeSlot(store: Store, now: number): number {
  const { perSecond, nextSlot, blockedUntil } = bucket.parse(store.rows(bucket, read)[0]);
  const next = nextSlot > now + farthest && blockedUntil <= now ? now : nextSlot;
  const slot = Math.max(now, next, blockedUntil);
  store.change('UPDATE pace SET next_slot = $next WHERE id = 1', {
    next: Math.ceil(slot + 1000 / (perSecond * share)),
  });
  return slot;
}

/** Until when nobody may send, in milliseconds since 1970. */
export const blockedUntil = (store: Store): number =>
  bucket.parse(store.rows(bucket, read)[0]).blockedUntil;

/** Keeps every worker back until a moment, in milliseconds since 1970. */
export function block(store: Store, until: number): void {
  store.change(
    `UPDATE pace SET blocked_until = max(blocked_until, $until), next_slot = max(next_slot, $until)
     WHERE id = 1`,
    { until },
  );
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
  const known = bucket.parse(store.rows(bucket, read)[0]).perSecond;
  if (known !== perSecond) store.change('UPDATE pace SET per_second = $perSecond', { perSecond });
}
