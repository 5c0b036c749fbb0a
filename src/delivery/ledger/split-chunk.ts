import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { pendingPositions, type BodySource } from './chunk-body.ts';
import type { Claim } from './claimed-chunk.ts';
import { atOnce } from './limits.ts';
import { sealChunk } from './seal.ts';

/**
 * Cuts a refused chunk into two new ones with keys of their own, so that one impossible address keeps
 * only itself from being sent. The provider took none of it, so nobody can get it twice.
 */
export function splitChunk(
  store: Store,
  source: BodySource,
  claim: Pick<Claim, 'seq' | 'first' | 'last'>,
  reason: string,
): void {
  const positions = pendingPositions(store, source.id, claim);
  const half = Math.ceil(positions.length / 2);
  store.change(
    `UPDATE chunks SET status = 'split', reason = $reason, owner = NULL, lease_until = NULL
     WHERE dispatch = $id AND seq = $seq`,
    { id: source.id, seq: claim.seq, reason },
  );
  addChunk(store, source, positions.slice(0, half));
  addChunk(store, source, positions.slice(half));
}

/** A new chunk of people who stand one after the other, ready to be sent. */
export function addChunk(store: Store, source: BodySource, positions: readonly number[]): void {
  const [first, last] = [positions[0], positions.at(-1)];
  if (first === undefined || last === undefined) return;
  const [row] = store.rows(
    z.object({ seq: z.int() }),
    `INSERT INTO chunks (dispatch, seq, first_position, last_position, people, next_attempt_at)
     SELECT $id, max(seq) + 1, $first, $last, $people, $atOnce FROM chunks WHERE dispatch = $id
     RETURNING seq`,
    { id: source.id, first, last, people: positions.length, atOnce },
  );
  sealChunk(store, source, { seq: z.object({ seq: z.int() }).parse(row).seq, first, last });
}
