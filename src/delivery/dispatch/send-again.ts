import { z } from 'zod';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { deliveryState } from '../events/event.ts';
import { findDispatch, moveDispatch, type Dispatch } from '../ledger/dispatch.ts';
import { addChunk } from '../ledger/split-chunk.ts';
import { mostMessages } from '../ledger/limits.ts';
import { areCounts } from '../ledger/are-counts.ts';
import type { Store } from '../store/store.ts';
import { noteAct } from '../trail/note-act.ts';

const failedSchema = z.object({
  position: z.int(),
  address: z.string(),
  state: deliveryState.extract(['bounced', 'suppressed', 'failed']),
  /** When it failed, by the provider's clock. */
  at: z.iso.datetime(),
  /** Whether the person is on the list; whoever said no, or bounced for good, is not. */
  onList: z.int().transform(Boolean),
  /** Whether it was sent again before: that is done once. */
  again: z.int().transform(Boolean),
});

/** A delivery that the provider took and could not deliver. */
export type FailedDelivery = z.output<typeof failedSchema>;

/** Every delivery of a dispatch that failed after it was accepted; people who were forgotten are not named. */
export const failedDeliveries = (store: Store, { id }: Pick<Dispatch, 'id'>): FailedDelivery[] =>
  store.rows(
    failedSchema,
    `SELECT v.position, v.address, v.delivery AS state, v.delivery_at AS at,
       EXISTS (SELECT 1 FROM subscriptions p WHERE p.token = v.token AND p.status = 'subscribed') AS "onList",
       EXISTS (SELECT 1 FROM resendings r WHERE r.dispatch = v.dispatch AND r.position = v.position) AS again
     FROM deliveries v
     WHERE v.dispatch = $id AND v.status = 'accepted' AND v.address NOT LIKE 'forgotten:%'
       AND v.delivery IN ('bounced', 'suppressed', 'failed')
     ORDER BY v.position`,
    { id },
  );

/** Who decides that what failed is sent again, and why; only to some addresses, where they are named. */
export interface Resending {
  by: string;
  reason: string;
  only?: readonly string[] | undefined;
}

/** What comes of sending again. */
export interface ResendingCounts {
  /** Go out with the next `send`. */
  ready: number;
  /** Are not on the list any more, and get nothing. */
  leftOut: number;
  /** Were sent again before. */
  again: number;
}

/**
 * Makes what failed of a dispatch that is done ready to be sent once more, under new keys; it goes with the next
 * `send`. What was reported on the first message stays with it, and does not count for the second.
 * @throws {BadInput} while the dispatch is not done, once its people are counts, where nothing of it can be sent
 *   again, or where a named person cannot get it again
 */
export function sendFailedAgain(
  store: Store,
  dispatch: Dispatch,
  { by, reason, only }: Resending,
  now: Date,
): ResendingCounts {
  const { id, edition, audience } = dispatch;
  const file = `the dispatch of ${edition} for ${audience}`;
  return store.transaction(() => {
    const status = findDispatch(store, edition, audience)?.status;
    if (status !== 'done') {
      const remedy = `Look at it with \`npm run -s panui -- status ${edition}\`.`;
      throw new BadInput([{ file, expected: 'one that is done', found: `${status}`, remedy }]);
    }
    if (areCounts(store, dispatch)) {
      const expected = 'one of which is still known who got it';
      const found = 'one whose people are counts: it ended too long ago';
      const remedy = `See the figures with \`npm run -s panui -- status ${edition}\`.`;
      throw new BadInput([{ file, expected, found, remedy }]);
    }
    const failed = failedDeliveries(store, dispatch);
    const chosen = only ? failed.filter(({ address }) => only.includes(address)) : failed;
    const ready = chosen.filter(({ onList, again }) => onList && !again);
    const leftOut = chosen.filter(({ onList, again }) => !onList && !again).length;
    const again = chosen.filter((one) => one.again).length;
    if (ready.length === 0 || (only && ready.length < only.length)) {
      throw new BadInput([nothingToSend(dispatch, { leftOut, again, chosen: chosen.length })]);
    }
    for (const { position } of ready) {
      store.change(
        `INSERT INTO resendings (dispatch, position, email_id, delivery, delivery_at, name, reason, decided_at)
         SELECT dispatch, position, email_id, delivery, delivery_at, $by, $reason, $now FROM deliveries
         WHERE dispatch = $id AND position = $position`,
        { id, position, by, reason, now: now.toISOString() },
      );
      store.change(
        `UPDATE deliveries SET status = 'pending', email_id = NULL, reason = NULL, delivery = NULL,
           delivery_at = NULL WHERE dispatch = $id AND position = $position`,
        { id, position },
      );
    }
    for (const run of runsOf(ready.map(({ position }) => position))) {
      addChunk(store, dispatch, run);
    }
    const messages = ready.length === 1 ? '1 message' : `${ready.length} messages`;
    const detail = `${messages}: ${reason}`;
    noteAct(store, { by, act: 'send-again', edition, audience, detail }, now);
    moveDispatch(store, id, ['done'], 'paused', 'What failed is ready again; send again to go on.');
    return { ready: ready.length, leftOut, again };
  });
}

/**
 * Positions that follow each other, as many as fit into a chunk: everybody between the first and the last of a
 * chunk is in it, so that no decision about somebody else can put anybody into two.
 */
function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    if (run && run.at(-1) === position - 1 && run.length < mostMessages / 2) run.push(position);
    else runs.push([position]);
  }
  return runs;
}

function nothingToSend(
  { edition, audience }: Dispatch,
  { leftOut, again, chosen }: { leftOut: number; again: number; chosen: number },
): Problem {
  const because = [
    ...(leftOut > 0 ? [`${leftOut} who said no, bounced for good or are not on the list`] : []),
    ...(again > 0 ? [`${again} sent again before, which is done once`] : []),
    ...(chosen === 0 ? ['none that failed'] : []),
  ];
  return {
    file: `the dispatch of ${edition} for ${audience}`,
    expected: 'deliveries that failed, to people on the list, not sent again yet',
    found: because.join(', and ') || 'somebody whose delivery did not fail',
    remedy: `See them with \`npm run -s panui -- status ${edition} --failed\`.`,
  };
}
