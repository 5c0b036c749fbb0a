/** Times of the ledger, in milliseconds, and sizes; tests shorten the times. */
export interface Limits {
  /** How long an answer may take. */
  timeout: number;
  /** How long a chunk belongs to the worker that claimed it, from when it may be sent. */
  lease: number;
  /** How long an unknown outcome is repeated with its key; the provider forgets keys after 24 hours. */
  horizon: number;
  /** The first wait after an unknown outcome; it doubles each time … */
  backoff: number;
  /** … up to this. */
  longestBackoff: number;
}

export const standardLimits: Limits = {
  timeout: 60_000,
  lease: 75_000,
  horizon: 20 * 3_600_000,
  backoff: 1000,
  longestBackoff: 300_000,
};

/** Messages in one request, as the provider allows. */
export const mostMessages = 100;

/** Bytes of the body of one request, below which the provider's limit surely lies. */
export const mostBytes = 5_000_000;

/** Characters of the longest address that there is (RFC 5321, 4.5.3.1). */
export const longestAddress = 254;

/**
 * The longest time for which nobody sends because the provider asked for it, in milliseconds. Asking
 * it again after that costs one refused request; believing a wrong clock or answer costs the edition.
 */
export const longestBlock = 15 * 60_000;

/** A chunk that could be sent only later than this is not claimed, or given back, in milliseconds. */
export const longestClaimedWait = 5000;

/** The clock may differ from the ledger by this much before it counts as wrong, in milliseconds. */
export const clockTolerance = 5 * 60_000;

/** When a chunk may be sent that waits for nothing: no clock is ever before it. */
export const atOnce = '1970-01-01T00:00:00.000Z';

/** A chunk that seems to wait for longer than this waits by a clock that was set back, in milliseconds. */
export const longestWait = ({ longestBackoff }: Limits): number =>
  Math.max(longestBackoff, longestBlock) + clockTolerance;

/** A moment later by some milliseconds, as the store keeps it. */
export const later = (moment: Date, milliseconds: number) =>
  new Date(moment.getTime() + milliseconds).toISOString();
