import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Store } from '../store/store.ts';
import {
  chunkBody,
  idempotencyKey,
  pendingPositions,
  type BodySource,
  type ChunkBody,
} from './chunk-body.ts';
import { moveDispatch } from './dispatch.ts';
import { listSome } from './list-people.ts';

interface Span {
  seq: number;
  first: number;
  last: number;
}

const unsealed = z.object({ seq: z.int(), first: z.int(), last: z.int() });

/** Between two transactions, in milliseconds: in less, nobody else who waits for the store gets at it. */
const pause = 2;

/**
 * Writes the people of a frozen dispatch down, and gives every chunk of them the hash of its body and its key, a few
 * at a time, so that nobody else waits long for the store. If it is interrupted, it goes on where it stopped.
 * @param onPart hears of each transaction that is through
 */
export async function sealDispatch(
  store: Store,
  source: BodySource,
  onPart: (part: 'listed' | 'sealed') => void = () => undefined,
): Promise<void> {
  while (listSome(store, source)) {
    onPart('listed');
    await wait(pause);
  }
  for (;;) {
    const chunks = store.rows(
      unsealed,
      `SELECT seq, first_position AS first, last_position AS last FROM chunks
       WHERE dispatch = $id AND status = 'ready' AND idempotency_key IS NULL ORDER BY seq LIMIT 4`,
      { id: source.id },
    );
    if (chunks.length === 0) break;
    // To make the bytes takes long and changes nothing, so nobody waits for that.
    const made = chunks.map((chunk) => ({ chunk, body: chunkBody(store, source, chunk) }));
    store.transaction(() => {
      for (const { chunk, body } of made) sealOnce(store, source, chunk, body);
    });
    onPart('sealed');
    await wait(pause);
  }
  moveDispatch(store, source.id, ['freezing'], 'frozen');
}

/** Seals a chunk with the body that was made of it, unless somebody else has sealed it, or it is not the same now. */
function sealOnce(store: Store, source: BodySource, chunk: Span, body: ChunkBody): void {
  const { seq } = chunk;
  const [open] = store.rows(
    z.object({ seq: z.int() }),
    `SELECT seq FROM chunks
     WHERE dispatch = $id AND seq = $seq AND status = 'ready' AND idempotency_key IS NULL`,
    { id: source.id, seq },
  );
  if (!open) return;
  const people = pendingPositions(store, source.id, chunk);
  const isSame = people.join() === body.positions.join();
  if (isSame) writeSeal(store, source, seq, body);
  else sealChunk(store, source, chunk);
}

/** Writes a chunk's hash and key, from the people who are pending in it; only before its first attempt. */
export const sealChunk = (store: Store, source: BodySource, chunk: Span): string =>
  writeSeal(store, source, chunk.seq, chunkBody(store, source, chunk));

function writeSeal(store: Store, source: BodySource, seq: number, body: ChunkBody): string {
  const { hash, positions } = body;
  const key = idempotencyKey(source, seq, hash);
  store.change(
    `UPDATE chunks SET body_hash = $hash, idempotency_key = $key, people = $people
     WHERE dispatch = $id AND seq = $seq`,
    { id: source.id, seq, hash, key, people: positions.length },
  );
  return key;
}
