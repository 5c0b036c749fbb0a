import { z } from 'zod';
import type { Outcome } from '../transports/classify.ts';
import type { Store } from '../store/store.ts';
import type { BodySource } from './chunk-body.ts';
import type { Attempted, Claim } from './claimed-chunk.ts';
import { moveDispatch } from './dispatch.ts';
import { atOnce, later, longestBlock, type Limits } from './limits.ts';
import { block } from './pace.ts';
import { recordAccepted } from './record-accepted.ts';
import { splitChunk } from './split-chunk.ts';
import { quotaReason } from './quota-reason.ts';
import { needPerson, review } from './review.ts';
import { nothingLeft } from './nothing-left.ts';

export interface Recorder {
  owner: string;
  now: Date;
  limits: Limits;
  /** The dispatch pauses once this many messages were refused. */
  stopAfterRefused: number;
  /** From 0 to 1, for the spread of repeated attempts. */
  random: () => number;
}

/** An attempt that was given up before anything left. */
export type Recordable = Outcome | { kind: 'not-sent'; detail: string };

const ownSchema = z.object({ status: z.enum(['sending', 'review']) });

/**
 * Writes the outcome of an attempt down; call it inside a transaction. Acceptance holds whoever
 * brings it; everything else counts only from the worker that still owns the chunk.
 */
export function recordOutcome(
  store: Store,
  source: BodySource,
  claim: Attempted,
  outcome: Recordable,
  recorder: Recorder,
): void {
  const { now, owner } = recorder;
  const detail = outcome.kind === 'accepted' ? '' : outcome.detail;
  store.change(
    `UPDATE attempts SET finished_at = $now, outcome = $outcome, detail = $detail
     WHERE dispatch = $id AND seq = $seq AND number = $number AND outcome IS NULL`,
    {
      ...place(source, claim),
      number: claim.attempt,
      now: now.toISOString(),
      outcome: outcome.kind,
      detail,
    },
  );
  if (outcome.kind === 'accepted') {
    return recordAccepted(store, source.id, claim, outcome.ids, now);
  }
  const [own] = store.rows(
    ownSchema,
    `SELECT status FROM chunks WHERE dispatch = $id AND seq = $seq
       AND owner = $owner AND status IN ('sending', 'review')`,
    { ...place(source, claim), owner },
  );
  if (!own) return;
  const sure =
    claim.mayHaveLeftAt === null && outcome.kind !== 'unknown' && outcome.kind !== 'foreign-key';
  if (sure) nothingLeft(store, source.id, claim);
  if (own.status === 'sending') recordOther(store, source, claim, outcome, recorder);
  else if (sure) leaveOut(store, source, claim, now);
}

/** The dispatch was cancelled meanwhile, and now it is known that nothing of this chunk was sent. */
function leaveOut(store: Store, source: BodySource, claim: Claim, now: Date): void {
  store.change(
    `UPDATE deliveries SET status = 'excluded', reason = 'cancelled'
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'`,
    { id: source.id, first: claim.first, last: claim.last },
  );
  settle(store, source, claim, 'empty', now.toISOString());
}

function recordOther(
  store: Store,
  source: BodySource,
  claim: Claim,
  outcome: Exclude<Recordable, { kind: 'accepted' }>,
  recorder: Recorder,
): void {
  const { now, limits } = recorder;
  const giveBack = (next: string) =>
    settle(store, source, claim, claim.mayHaveLeftAt === null ? 'ready' : 'unknown', next);
  switch (outcome.kind) {
    case 'not-sent':
      return giveBack(atOnce);
    case 'wait':
      if (outcome.everybody) block(store, now.getTime(), outcome.after);
      return giveBack(later(now, Math.min(outcome.after, longestBlock)));
    case 'unknown':
      if (outcome.odd && countOdd(store, source, claim) > 1) {
        return review(store, source, claim, `the provider answered twice with ${outcome.detail}`);
      }
      return becomeUnknown(
        store,
        source,
        claim,
        outcome.detail,
        later(now, backoff(claim, recorder, limits)),
      );
    case 'quota':
      giveBack(atOnce);
      moveDispatch(store, source.id, ['sending'], 'paused', quotaReason(outcome, now));
      return;
    case 'stop':
      giveBack(atOnce);
      moveDispatch(store, source.id, ['sending'], 'paused', `The provider said ${outcome.detail}`);
      return;
    case 'foreign-key':
      review(store, source, claim, outcome.detail);
      moveDispatch(store, source.id, ['sending'], 'review', `The provider said ${outcome.detail}`);
      return;
    case 'refused':
      if (claim.mayHaveLeftAt !== null) return review(store, source, claim, outcome.detail);
      if (claim.people > 1) return splitChunk(store, source, claim, outcome.detail);
      return refuse(store, source, claim, outcome.detail, recorder);
  }
}

const place = ({ id }: BodySource, { seq }: Claim) => ({ id, seq });

function settle(
  store: Store,
  source: BodySource,
  claim: Claim,
  status: string,
  next: string,
): void {
  store.change(
    `UPDATE chunks SET status = $status, next_attempt_at = $next, owner = NULL, lease_until = NULL
     WHERE dispatch = $id AND seq = $seq`,
    { ...place(source, claim), status, next },
  );
}

function becomeUnknown(
  store: Store,
  source: BodySource,
  claim: Claim,
  reason: string,
  next: string,
) {
  store.change(
    `UPDATE chunks SET status = 'unknown', reason = $reason, next_attempt_at = $next,
       owner = NULL, lease_until = NULL
     WHERE dispatch = $id AND seq = $seq`,
    { ...place(source, claim), reason, next },
  );
}

/** Doubles each time, up to the longest; spread, so that workers do not come back all at once. */
function backoff(
  { attempt }: Claim,
  { random }: Recorder,
  { backoff: first, longestBackoff }: Limits,
) {
  return Math.min(longestBackoff, first * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

function countOdd(store: Store, source: BodySource, claim: Claim): number {
  const [row] = store.rows(
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM attempts
     WHERE dispatch = $id AND seq = $seq AND outcome = 'unknown' AND detail LIKE '2%ids for%'`,
    place(source, claim),
  );
  return row?.count ?? 0;
}

function refuse(
  store: Store,
  source: BodySource,
  claim: Claim,
  reason: string,
  recorder: Recorder,
) {
  settle(store, source, claim, 'refused', recorder.now.toISOString());
  needPerson(store, source.id, claim, `refused: ${reason}`);
  const [row] = store.rows(
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM chunks WHERE dispatch = $id AND status = 'refused'`,
    { id: source.id },
  );
  if ((row?.count ?? 0) % recorder.stopAfterRefused > 0) return;
  const why = `The provider refused ${row?.count} messages, lately with ${reason}`;
  moveDispatch(store, source.id, ['sending'], 'paused', why);
}
