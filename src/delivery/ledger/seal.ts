import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { chunkBody, idempotencyKey, type BodySource } from './chunk-body.ts';
import { moveDispatch } from './dispatch.ts';

const unsealed = z.object({ seq: z.int(), first: z.int(), last: z.int() });

/** Between two transactions, in milliseconds: in less, nobody else who waits for the store gets at it. */
const pause = 2;

/**
 * Gives every chunk of a frozen dispatch the hash of its body and its key, some chunks at a time, so
 * that nobody else waits long for the store. If it is interrupted, it goes on where it stopped.
 */
export async function sealDispatch(
  store: Store,
  source: BodySource,
  onChunk: () => void = () => undefined,
): Promise<void> {
  for (;;) {
    const left = store.transaction(() => {
      const chunks = store.rows(
        unsealed,
        `SELECT seq, first_position AS first, last_position AS last FROM chunks
         WHERE dispatch = $id AND status = 'ready' AND idempotency_key IS NULL ORDER BY seq LIMIT 4`,
        { id: source.id },
      );
      for (const chunk of chunks) sealChunk(store, source, chunk);
      return chunks.length;
    });
    onChunk();
    if (left === 0) break;
    await wait(pause);
  }
  moveDispatch(store, source.id, ['freezing'], 'frozen');
}

/** Writes a chunk's hash and key, from the people who are pending in it; only before its first attempt. */
export function sealChunk(
  store: Store,
  source: BodySource,
  chunk: { seq: number; first: number; last: number },
): string {
  const { hash, positions } = chunkBody(store, source, chunk);
  const key = idempotencyKey(source, chunk.seq, hash);
  store.change(
    `UPDATE chunks SET body_hash = $hash, idempotency_key = $key, people = $people
     WHERE dispatch = $id AND seq = $seq`,
    { id: source.id, seq: chunk.seq, hash, key, people: positions.length },
  );
  return key;
}
