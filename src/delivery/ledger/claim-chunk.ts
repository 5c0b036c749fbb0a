import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { BodySource } from './chunk-body.ts';
import { dispatchState, moveDispatch, type DispatchStatus } from './dispatch.ts';
import { excludeLeavers } from './exclude-leavers.ts';
import {
  atOnce,
  clockTolerance,
  later,
  longestClaimedWait,
  longestWait,
  type Limits,
} from './limits.ts';
import { blockedUntil } from './pace.ts';
import { needPerson, waitsForPerson } from './review.ts';
import type { Claim } from './claimed-chunk.ts';

export type NextStep =
  | { kind: 'claimed'; claim: Claim }
  /** Nothing is due yet. */
  | { kind: 'wait'; until: string }
  /** The dispatch is not being sent any more. */
  | { kind: 'stopped'; status: DispatchStatus };

export interface Claimer {
  /** The random name of this worker. */
  owner: string;
  now: Date;
  limits: Limits;
}

/**
 * Gives a worker the next chunk, in one transaction that is on the disk before any byte leaves.
 * It is also the whole of recovery: a chunk whose worker died comes again, with the same bytes and key
 * where a byte may have left; one that has been unknown for too long waits for a person. While it is
 * sure that nothing left, those are taken out who left the list, however often it was tried.
 */
export function claimChunk(store: Store, source: BodySource, claimer: Claimer): NextStep {
  return store.transaction(() => {
    const { status } = dispatchState(store, source.id);
    if (status !== 'sending') return { kind: 'stopped', status };
    expireLeases(store, source.id, claimer);
    for (;;) {
      const due = nextDue(store, source.id, claimer);
      if (!due) return nothingDue(store, source.id, claimer.now);
      const blocked = blockedUntil(store, claimer.now.getTime());
      if (blocked > claimer.now.getTime() + longestClaimedWait) {
        return { kind: 'wait', until: new Date(blocked).toISOString() };
      }
      const sure = due.mayHaveLeftAt === null;
      if (sure && excludeLeavers(store, source, due) === 'nobody left') continue;
      return { kind: 'claimed', claim: takeChunk(store, source.id, due.seq, claimer) };
    }
  });
}

/** Ends a dispatch of which nothing is left to be sent; gives whether it is over now. */
export const closeDispatch = (store: Store, id: number, now: Date): boolean =>
  store.transaction(() => nothingDue(store, id, now).kind === 'stopped');

/** Chunks of dead workers become unknown or, where no byte left, ready; old unknown ones wait for a person. */
function expireLeases(store: Store, id: number, { now, limits }: Claimer): void {
  const moment = now.toISOString();
  // A lease that ends far ahead is from before the clock was set back; its worker may be gone.
  const far = later(now, limits.lease + clockTolerance);
  store.change(
    `UPDATE chunks SET status = CASE WHEN may_have_left_at IS NULL THEN 'ready' ELSE 'unknown' END, owner = NULL,
       lease_until = NULL, next_attempt_at = $atOnce, reason = 'the worker stopped before it wrote the answer down'
     WHERE dispatch = $id AND status = 'sending' AND (lease_until <= $moment OR lease_until > $far)`,
    { id, moment, far, atOnce },
  );
  // A first byte in the future means that the clock was set back: how old it is, nobody knows.
  const old = store.rows(
    z.object({ seq: z.int(), first: z.int(), last: z.int() }),
    `UPDATE chunks SET status = 'review', reason = 'unknown for too long to repeat it safely'
     WHERE dispatch = $id AND status = 'unknown'
       AND (may_have_left_at <= $horizon OR may_have_left_at > $future)
     RETURNING seq, first_position AS first, last_position AS last`,
    { id, horizon: later(now, -limits.horizon), future: later(now, clockTolerance) },
  );
  for (const chunk of old)
    needPerson(store, id, chunk, 'it is unknown whether the provider has it');
}

const dueSchema = z.object({
  seq: z.int(),
  first: z.int(),
  last: z.int(),
  people: z.int(),
  mayHaveLeftAt: z.iso.datetime().nullable(),
});

/** While this many chunks wait for a clear answer, no new ones are begun: the provider is in trouble. */
const mostUnknown = 12;

function nextDue(store: Store, id: number, { now, limits }: Claimer) {
  const columns = `seq, first_position AS first, last_position AS last, people,
    may_have_left_at AS "mayHaveLeftAt"`;
  const values = { id, moment: now.toISOString(), far: later(now, longestWait(limits)) };
  const due = (status: string) =>
    store.rows(
      dueSchema,
      `SELECT ${columns} FROM chunks WHERE dispatch = $id AND status = '${status}'
         AND (next_attempt_at <= $moment OR next_attempt_at > $far) ORDER BY seq LIMIT 1`,
      values,
    )[0];
  const unknown = due('unknown');
  if (unknown) return unknown;
  const [{ size } = { size: 0 }] = store.rows(
    z.object({ size: z.int() }),
    `SELECT count(*) AS size FROM chunks WHERE dispatch = $id AND status = 'unknown'`,
    { id },
  );
  return size >= mostUnknown ? undefined : due('ready');
}

const openSchema = z.object({ until: z.iso.datetime().nullable() });

function nothingDue(store: Store, id: number, now: Date): NextStep {
  const [open] = store.rows(
    openSchema,
    `SELECT min(CASE status WHEN 'sending' THEN lease_until ELSE next_attempt_at END) AS until
     FROM chunks WHERE dispatch = $id AND status IN ('ready', 'sending', 'unknown')`,
    { id },
  );
  if (open?.until) return { kind: 'wait', until: open.until };
  const review = waitsForPerson(store, id);
  const to = review ? 'review' : 'done';
  const reason = review
    ? 'Some messages may or may not have been sent; a person has to decide.'
    : '';
  moveDispatch(store, id, ['sending'], to, reason, review ? null : now);
  return { kind: 'stopped', status: to };
}

const claimed = z.object({
  seq: z.int(),
  first: z.int(),
  last: z.int(),
  people: z.int(),
  key: z.string(),
  hash: z.string(),
  attempt: z.int(),
  mayHaveLeftAt: z.iso.datetime().nullable(),
});

function takeChunk(store: Store, id: number, seq: number, { owner, now, limits }: Claimer): Claim {
  const [claim] = store.rows(
    claimed,
    `UPDATE chunks SET status = 'sending', owner = $owner, lease_until = $lease,
       attempts = attempts + 1
     WHERE dispatch = $id AND seq = $seq
     RETURNING seq, first_position AS first, last_position AS last, people,
       idempotency_key AS key, body_hash AS hash, attempts AS attempt,
       may_have_left_at AS "mayHaveLeftAt"`,
    { id, seq, owner, lease: later(now, limits.lease) },
  );
  if (!claim) throw new Error('the chunk to claim is gone');
  store.change(
    `INSERT INTO attempts (dispatch, seq, number, idempotency_key, owner, started_at)
     VALUES ($id, $seq, $number, $key, $owner, $moment)`,
    { id, seq, number: claim.attempt, key: claim.key, owner, moment: now.toISOString() },
  );
  return claim;
}
