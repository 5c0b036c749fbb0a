import { createHash } from 'node:crypto';
import type { Recipient } from './subscription.ts';

/** People, a chunk at a time. */
export type Recipients = Iterable<readonly Recipient[]>;

/** What tells two lists apart: how many people, and a SHA-256 over everything a message takes from them. */
export interface ListFingerprint {
  count: number;
  hash: string;
}

/** Reads a list once, from beginning to end, and keeps nothing of it but its fingerprint. */
export function fingerprintList(recipients: Recipients): ListFingerprint {
  const hash = createHash('sha256');
  let count = 0;
  for (const chunk of recipients) {
    for (const { address, name, token } of chunk) {
      hash.update(JSON.stringify([address, name, token]));
      count += 1;
    }
  }
  return { count, hash: hash.digest('hex') };
}
