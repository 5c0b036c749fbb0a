import { z } from 'zod';
import { maskAddresses } from '../list-files/address.ts';
import type { Answer } from './transport.ts';

/** What an answer means for a chunk. */
export type Outcome =
  /** The provider has every message; one id for each, in order. */
  | { kind: 'accepted'; ids: readonly string[] }
  /** It may have them or not: repeat with the same bytes and key. `odd`: a 2xx without the ids. */
  | { kind: 'unknown'; detail: string; odd: boolean }
  /** This attempt did nothing; try again after some milliseconds. `everybody`: all workers wait. */
  | { kind: 'wait'; detail: string; after: number; everybody: boolean }
  /** This attempt did nothing, and no other will until the quota is renewed. */
  | { kind: 'quota'; detail: string; resets: 'midnight UTC' | 'unknown' }
  /** The provider does not take these messages; nothing was sent. */
  | { kind: 'refused'; detail: string }
  /** A fault of the set-up; nothing was sent by this attempt. */
  | { kind: 'stop'; detail: string }
  /** The key was used for another body: never repeated by machine. */
  | { kind: 'foreign-key'; detail: string };

const accepted = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/**
 * Judges an answer to a request of `count` messages. Only a 2xx with exactly `count` ids proves
 * acceptance; everything that is not a definite refusal is unknown. The status counts first, since
 * the provider's names are an open set.
 */
export function classify(answer: Answer, count: number): Outcome {
  const { status, name } = answer;
  const detail = describeAnswer(answer);
  if (status === null) return { kind: 'unknown', detail, odd: false };
  if (status >= 200 && status < 300) {
    const ids = accepted.safeParse(answer.data).data?.data.map(({ id }) => id) ?? [];
    if (ids.length === count && count > 0) return { kind: 'accepted', ids };
    const found = `${ids.length} ids for ${count} messages`;
    return { kind: 'unknown', detail: `${status} with ${found}`, odd: true };
  }
  if (status === 429 && name.includes('quota')) {
    return { kind: 'quota', detail, resets: name.includes('daily') ? 'midnight UTC' : 'unknown' };
  }
  if (status === 429) return { kind: 'wait', detail, after: retryAfter(answer), everybody: true };
  if (status === 409 && name === 'resource_locked') {
    return { kind: 'wait', detail, after: 1000, everybody: false };
  }
  if (status === 409 && name === 'invalid_idempotent_request')
    return { kind: 'foreign-key', detail };
  if (status === 409 || status >= 500) return { kind: 'unknown', detail, odd: false };
  if (status === 422 || status === 413) return { kind: 'refused', detail };
  return { kind: 'stop', detail };
}

/** The answer in a line for people and logs, addresses masked. */
export function describeAnswer({ status, name, message }: Answer): string {
  const words = maskAddresses(message)
    .replaceAll(/[\p{C}\u2028\u2029]+/gu, ' ')
    .slice(0, 200);
  if (status === null) return 'no usable answer';
  return `${status} ${name}: ${words}`;
}

/** RFC 9110, 10.2.3, in seconds; at least 100 ms, one second where nothing is said. */
function retryAfter({ headers }: Answer): number {
  const seconds = Number(headers['retry-after'] ?? '1');
  return Math.max(100, Number.isFinite(seconds) ? seconds * 1000 : 1000);
}
