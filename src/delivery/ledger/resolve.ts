import { z } from 'zod';
import { BadInput } from '../../problem.ts';
import type { Store } from '../store.ts';
import { moveDispatch, type Dispatch } from './dispatch.ts';
import { addChunk } from './split-chunk.ts';

/** What a person can decide about messages that machines must not decide about. */
export const decisions = ['sent', 'send-again', 'leave-out'] as const;

export type Decision = (typeof decisions)[number];

const caseSchema = z.object({
  /** The number of the chunk. */
  seq: z.int(),
  first: z.int(),
  last: z.int(),
  status: z.enum(['review', 'refused']),
  reason: z.string(),
  /** How many people in it wait for the decision. */
  people: z.int(),
  /** For how many of them the provider has reported something, so that it must have sent. */
  reported: z.int(),
  attempts: z.int(),
  firstAttemptAt: z.iso.datetime().nullable(),
  lastOutcome: z.string().nullable(),
});

/** Messages that wait for a person, and what is known about them. */
export type OpenCase = z.output<typeof caseSchema>;

/** Every chunk of a dispatch that waits for a person, with the evidence. */
export function openCases(store: Store, { id }: Dispatch): OpenCase[] {
  return store.rows(
    caseSchema,
    `SELECT c.seq, c.first_position AS first, c.last_position AS last, c.status, c.reason, c.attempts,
       c.first_attempt_at AS firstAttemptAt, count(v.position) AS people,
       count(v.delivery) AS reported,
       (SELECT outcome || coalesce(': ' || nullif(detail, ''), '') FROM attempts a
        WHERE a.dispatch = c.dispatch AND a.seq = c.seq AND outcome IS NOT NULL
        ORDER BY number DESC LIMIT 1) AS lastOutcome
     FROM chunks c JOIN deliveries v ON v.dispatch = c.dispatch
       AND v.position BETWEEN c.first_position AND c.last_position AND v.status = 'needs_person'
     WHERE c.dispatch = $id AND c.status IN ('review', 'refused')
     GROUP BY c.seq ORDER BY c.seq`,
    { id },
  );
}

/**
 * Writes a person's decision about one chunk down and acts on it. "send-again" makes a new chunk with
 * a new key of those for whom nothing proves that they have it; it goes with the next `send`.
 * @returns how many people it was about
 * @throws {BadInput} when the chunk does not wait for a decision, or is cancelled and to be sent again
 */
export function resolveCase(
  store: Store,
  dispatch: Dispatch,
  seq: number,
  decision: Decision,
  by: string,
  now: Date,
): number {
  const { id, edition, audience, status } = dispatch;
  const file = `the dispatch of ${edition} for ${audience}`;
  return store.transaction(() => {
    const cases = openCases(store, dispatch);
    const open = cases.find((one) => one.seq === seq);
    if (!open) {
      const numbers = cases.map((one) => one.seq).join(', ');
      const expected = `the number of a chunk that waits for a person: ${numbers || 'there is none'}`;
      const remedy = 'Look at them with the same command without --chunk.';
      throw new BadInput([{ file, expected, found: `${seq}`, remedy }]);
    }
    if (decision === 'send-again' && status === 'cancelled') {
      const remedy = 'Say --as sent or --as leave-out.';
      const expected = 'nothing more to be sent of a cancelled dispatch';
      throw new BadInput([{ file, expected, found: '--as send-again', remedy }]);
    }
    const span = { id, first: open.first, last: open.last };
    if (decision === 'leave-out') {
      store.change(decide('excluded'), { ...span, reason: `left out by ${by}` });
    } else {
      // What the provider has reported on was sent, whatever anybody decides.
      const all = decision === 'sent' ? '' : 'AND delivery IS NOT NULL';
      store.change(`${decide('taken_as_sent')} ${all}`, {
        ...span,
        reason: `taken as sent by ${by}`,
      });
    }
    store.change(`UPDATE chunks SET status = 'resolved' WHERE dispatch = $id AND seq = $seq`, {
      id,
      seq,
    });
    if (decision === 'send-again') sendAgain(store, dispatch, span, now);
    store.change(
      `INSERT INTO decisions (dispatch, seq, decision, name, decided_at)
       VALUES ($id, $seq, $decision, $by, $now)`,
      { id, seq, decision, by, now: now.toISOString() },
    );
    closeIfSettled(store, id, now);
    return open.people;
  });
}

const decide = (status: 'excluded' | 'taken_as_sent') =>
  `UPDATE deliveries SET status = '${status}', reason = $reason
   WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'`;

function sendAgain(
  store: Store,
  dispatch: Dispatch,
  span: { id: number; first: number; last: number },
  now: Date,
): void {
  const rows = store.rows(
    z.object({ position: z.int() }),
    `UPDATE deliveries SET status = 'pending', reason = NULL
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'
     RETURNING position`,
    span,
  );
  const positions = rows.map(({ position }) => position).toSorted((a, b) => a - b);
  addChunk(store, dispatch, positions, now);
}

/** A dispatch that waited only for a person goes on, or is done. */
function closeIfSettled(store: Store, id: number, now: Date): void {
  const [open] = store.rows(
    z.object({ review: z.int(), more: z.int() }),
    `SELECT count(*) FILTER (WHERE status = 'review') AS review,
       count(*) FILTER (WHERE status IN ('ready', 'sending', 'unknown')) AS more
     FROM chunks WHERE dispatch = $id`,
    { id },
  );
  if (!open || open.review > 0) return;
  if (open.more === 0) moveDispatch(store, id, ['review'], 'done', '', now);
  else moveDispatch(store, id, ['review'], 'paused', 'Decided; send again to go on.');
}
