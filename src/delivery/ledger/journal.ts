import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../disk/error-code.ts';
import { BadInput } from '../../problems/problem.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { diskFull } from '../store/store-faults.ts';

/*
 * A line for each attempt that may leave, beside the store and written before any byte does. The store knows all
 * of it and more, unless somebody puts an older backup in its place: then this says what it forgot.
 */

const journalFile = (data: string, edition: string, audience: Audience) =>
  join(data, 'journal', `${edition}-${audience}.log`);

/**
 * Adds one attempt. Several processes may add to the same file. A kill loses nothing of it; a power cut
 * may take the last lines, but those attempts the store has on the disk.
 * @throws {Error} when the disk has no room for it; then no byte may leave
 */
export function journalAttempt(
  data: string,
  edition: string,
  audience: Audience,
  key: string,
  now: Date,
): void {
  mkdirSync(join(data, 'journal'), { recursive: true, mode: 0o700 });
  const file = openSync(journalFile(data, edition, audience), 'a+', 0o600);
  try {
    const line = Buffer.from(`${endsTorn(file) ? '\n' : ''}${now.toISOString()} ${key}\n`);
    // A disk that has room for the beginning only says nothing.
    if (writeSync(file, line) < line.length) throw new Error(diskFull);
  } finally {
    closeSync(file);
  }
}

/** Whether the last line was cut short, so that the next one must not be written to its end. */
function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}

/**
 * Teaches a store that was replaced by an older backup which chunks were attempted since: they
 * become unknown, from the time at which their first byte may have left, and come again with their key.
 * @returns how many chunks the store had forgotten about
 * @throws {BadInput} when the journal knows a chunk that the store has no place for
 */
export function learnFromJournal(
  store: Store,
  data: string,
  dispatch: { id: number; edition: string; audience: Audience },
): number {
  const { id, edition, audience } = dispatch;
  const file = journalFile(data, edition, audience);
  const attempts = readJournal(file);
  return store.transaction(() => {
    const known = new Map(
      store.rows(chunkSchema, chunks, { id }).map((chunk) => [chunk.key, chunk]),
    );
    const isTorn = (key: string) => [...known.keys()].some((whole) => whole.startsWith(key));
    const strangers = [...attempts.keys()].filter((key) => !known.has(key) && !isTorn(key));
    if (strangers.length > 0) throw new BadInput([otherStore(file, strangers.length)]);
    const forgotten = [...attempts].filter(
      ([key, { count }]) => known.has(key) && (known.get(key)?.attempts ?? 0) < count,
    );
    for (const [key, { count, first }] of forgotten) {
      for (let at = known.get(key)?.attempts ?? 0; at < count; at += 1) {
        store.change(countAttempt, { id, key });
        store.change(rememberAttempt, { id, key, first });
      }
      // Accepted stays accepted; everything else may have been sent.
      store.change(remember, { id, key, first });
    }
    if (forgotten.length > 0) {
      store.change('UPDATE dispatches SET attempted = 1 WHERE id = $id', { id });
    }
    return forgotten.length;
  });
}

const countAttempt = `UPDATE chunks SET attempts = attempts + 1
  WHERE dispatch = $id AND idempotency_key = $key`;

const rememberAttempt = `
  INSERT INTO attempts (dispatch, seq, number, idempotency_key, owner, started_at, outcome, detail)
  SELECT dispatch, seq, attempts, idempotency_key, 'the journal', $first, 'unknown',
    'the store is from before'
  FROM chunks WHERE dispatch = $id AND idempotency_key = $key`;

const remember = `
  UPDATE chunks SET status = 'unknown', may_have_left_at = CASE WHEN may_have_left_at < $first THEN may_have_left_at ELSE $first END, next_attempt_at = $first, owner = NULL, lease_until = NULL,
    reason = 'attempted, as the journal says; the store is from before'
  WHERE dispatch = $id AND idempotency_key = $key AND status IN ('ready', 'sending', 'unknown')`;

/* A chunk of which people were taken out had another key before. */
const chunks = `SELECT key, sum(attempts) AS attempts FROM (
    SELECT idempotency_key AS key, 0 AS attempts FROM chunks
    WHERE dispatch = $id AND idempotency_key IS NOT NULL
    UNION ALL SELECT idempotency_key, 1 FROM attempts WHERE dispatch = $id) tried
  GROUP BY key`;
const chunkSchema = z.object({ key: z.string(), attempts: z.int() });

function readJournal(file: string): Map<string, { count: number; first: string }> {
  const attempts = new Map<string, { count: number; first: string }>();
  for (const line of readLines(file)) {
    const [at = '', key = ''] = line.split(' ');
    // A line may be cut short by a power cut or a full disk; its attempt had not begun.
    if (!z.iso.datetime().safeParse(at).success || key === '') continue;
    const { count, first } = attempts.get(key) ?? { count: 0, first: at };
    attempts.set(key, { count: count + 1, first });
  }
  return attempts;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const otherStore = (file: string, count: number) => ({
  file,
  expected: 'attempts of chunks that the store knows',
  found: `${count} that it does not: the store is from before they were made, and some people have the bulletin`,
  remedy: 'Put the newest store or a newer backup in its place, then run the same command again.',
});
