import { z } from 'zod';
import { BadInput } from '../../problems/problem.ts';
import { earlierMessage } from '../events/apply-report.ts';
import type { Store } from '../store/store.ts';
import { noteAct } from '../trail/note-act.ts';
import { resumeOrClose } from './resume-or-close.ts';
import { dispatchState, type Dispatch } from './dispatch.ts';
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
  attempts: z.int(),
  /** When the first byte may have left; null where it is sure that none did. */
  mayHaveLeftAt: z.iso.datetime().nullable(),
  lastOutcome: z.string().nullable(),
});

/** Messages that wait for a person, and what is known about them. */
export interface OpenCase extends z.output<typeof caseSchema> {
  /** How many of them the provider has reported on, by what it reported: it took those messages. */
  reported: Record<string, number>;
}

const reportedSchema = z.object({ delivery: z.string(), count: z.int() });

/** Every chunk of a dispatch that waits for a person, with the evidence. */
export function openCases(store: Store, { id }: Dispatch): OpenCase[] {
  const cases = store.rows(
    caseSchema,
    `SELECT c.seq, c.first_position AS first, c.last_position AS last, c.status, c.reason, c.attempts,
       c.may_have_left_at AS "mayHaveLeftAt", count(v.position) AS people,
       (SELECT outcome || coalesce(': ' || nullif(detail, ''), '') FROM attempts a
        WHERE a.dispatch = c.dispatch AND a.seq = c.seq AND outcome IS NOT NULL
        ORDER BY number DESC LIMIT 1) AS "lastOutcome"
     FROM chunks c JOIN deliveries v ON v.dispatch = c.dispatch
       AND v.position BETWEEN c.first_position AND c.last_position AND v.status = 'needs_person'
     WHERE c.dispatch = $id AND c.status IN ('review', 'refused')
     GROUP BY c.dispatch, c.seq ORDER BY c.seq`,
    { id },
  );
  return cases.map((one) => {
    const { first, last } = one;
    const rows = store.rows(
      reportedSchema,
      `SELECT delivery, count(*) AS count FROM deliveries
       WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'
         AND delivery IS NOT NULL GROUP BY delivery ORDER BY delivery`,
      { id, first, last },
    );
    return { ...one, reported: Object.fromEntries(rows.map((row) => [row.delivery, row.count])) };
  });
}

/** What a decision was about. */
export interface Resolved {
  people: number;
  /** How many of them were accepted as the provider's reports prove, whatever was decided. */
  found: number;
}

/**
 * Writes a person's decision about one chunk down and acts on it. Those on whom the provider has
 * reported count as accepted; the decision is about the rest. "send-again" makes a new chunk of them
 * with a new key; it goes with the next `send`.
 * @throws {BadInput} when the chunk does not wait for a decision, or is cancelled and to be sent again
 */
export function resolveCase(
  store: Store,
  dispatch: Dispatch,
  seq: number,
  decision: Decision,
  by: string,
  now: Date,
): Resolved {
  const { id, edition, audience } = dispatch;
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
    // Somebody may have cancelled it since it was looked up.
    if (decision === 'send-again' && dispatchState(store, id).status === 'cancelled') {
      const remedy = 'Say --as sent or --as leave-out.';
      const expected = 'nothing more to be sent of a cancelled dispatch';
      throw new BadInput([{ file, expected, found: '--as send-again', remedy }]);
    }
    const span = { id, first: open.first, last: open.last };
    const found = store.change(acceptFound, span);
    if (decision !== 'send-again') {
      const [status, said] =
        decision === 'sent' ? ['taken_as_sent', 'taken as sent'] : ['excluded', 'left out'];
      store.change(decide, { ...span, status, reason: `${said} by ${by}` });
    }
    store.change(`UPDATE chunks SET status = 'resolved' WHERE dispatch = $id AND seq = $seq`, {
      id,
      seq,
    });
    if (decision === 'send-again') sendAgain(store, dispatch, span);
    store.change(
      `INSERT INTO decisions (dispatch, seq, decision, name, decided_at)
       VALUES ($id, $seq, $decision, $by, $now)`,
      { id, seq, decision, by, now: now.toISOString() },
    );
    const people = open.people === 1 ? '1 person' : `${open.people} people`;
    const detail = `Chunk ${seq}, ${people}: ${decision}.`;
    noteAct(store, { by, act: 'resolve', edition, audience, detail }, now);
    resumeOrClose(store, id, now);
    return { people: open.people, found };
  });
}

const waiting = `dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'`;

const decide = `UPDATE deliveries SET status = $status, reason = $reason WHERE ${waiting}`;

/* A report carries the id that the lost answer would have given. */
const acceptFound = `
  UPDATE deliveries SET status = 'accepted', reason = NULL, email_id = (
    SELECT e.email_id FROM events e
    WHERE e.dispatch = deliveries.dispatch AND e.position = deliveries.position
      AND NOT EXISTS (${earlierMessage})
    ORDER BY e.created_at, e.webhook_id LIMIT 1)
  WHERE ${waiting} AND EXISTS (SELECT 1 FROM events e
    WHERE e.dispatch = deliveries.dispatch AND e.position = deliveries.position
      AND NOT EXISTS (${earlierMessage}))`;

function sendAgain(
  store: Store,
  dispatch: Dispatch,
  span: { id: number; first: number; last: number },
): void {
  const rows = store.rows(
    z.object({ position: z.int() }),
    `UPDATE deliveries SET status = 'pending', reason = NULL
     WHERE dispatch = $id AND position BETWEEN $first AND $last AND status = 'needs_person'
     RETURNING position`,
    span,
  );
  const positions = rows.map(({ position }) => position).toSorted((a, b) => a - b);
  addChunk(store, dispatch, positions);
}
