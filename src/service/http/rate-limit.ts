import type { Rate } from './limits.ts';

interface Bucket {
  left: number;
  /** In milliseconds, by `performance.now()`. */
  at: number;
}

/** So many visitors are remembered; the longest unseen go first. */
const mostVisitors = 100_000;

/**
 * A bucket for each visitor that fills by itself.
 * @returns takes one request of a visitor; gives the whole seconds to wait where there are too many, else 0
 */
export function rateLimit(
  { perSecond, atOnce }: Rate,
  now: () => number = () => performance.now(),
) {
  const buckets = new Map<string, Bucket>();
  return (visitor: string): number => {
    const moment = now();
    const known = buckets.get(visitor);
    const filled = known ? known.left + ((moment - known.at) / 1000) * perSecond : atOnce;
    const there = Math.min(atOnce, filled);
    const taken = there >= 1 ? 1 : 0;
    buckets.delete(visitor);
    buckets.set(visitor, { left: there - taken, at: moment });
    if (buckets.size > mostVisitors) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    return taken ? 0 : Math.ceil((1 - there) / perSecond);
  };
}
