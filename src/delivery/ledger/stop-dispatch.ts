import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { noteAct } from '../trail/note-act.ts';
import { voidApprovals } from '../approval/approval.ts';
import { dispatchState, moveDispatch, type Dispatch } from './dispatch.ts';
import { cancelListing } from './list-people.ts';
import { needPerson } from './review.ts';

/** Pauses a dispatch: workers finish what is in flight and begin nothing new. Gives whether it did. */
export const pauseDispatch = (
  store: Store,
  { id, edition, audience }: Dispatch,
  by: string,
  now: Date,
): boolean =>
  store.transaction(() => {
    if (!moveDispatch(store, id, ['freezing', 'frozen', 'sending'], 'paused', `Paused by ${by}.`))
      return false;
    noteAct(store, { by, act: 'pause', edition, audience }, now);
    return true;
  });

/** Lets a dispatch that was paused go on; whoever runs it sends it then. Gives whether it was paused. */
export const reopenDispatch = (
  store: Store,
  { id, edition, audience }: Dispatch,
  by: string,
  now: Date,
): boolean =>
  store.transaction(() => {
    if (!moveDispatch(store, id, ['paused', 'review'], 'frozen')) return false;
    noteAct(store, { by, act: 'resume', edition, audience }, now);
    return true;
  });

/**
 * Ends a dispatch for ever. Whoever has no message yet gets none and is excluded for that reason;
 * what is in flight is still written down when it is answered. Where nothing had left, the edition may be
 * sent after all, but not on the approvals that were given before.
 * @returns whether it was ended; one that is done cannot be
 */
export function cancelDispatch(
  store: Store,
  { id, edition, audience }: Dispatch,
  by: string,
  now: Date,
): boolean {
  return store.transaction(() => {
    const reason = `Cancelled by ${by}.`;
    const from = ['freezing', 'frozen', 'sending', 'paused', 'review'] as const;
    if (!moveDispatch(store, id, from, 'cancelled', reason, now)) return false;
    cancelListing(store, id);
    noteAct(store, { by, act: 'cancel', edition, audience }, now);
    // What may have been sent stays open, so that the record does not claim to know. A worker that is
    // still waiting for its answer keeps the chunk and says later how it went.
    const unsure = 'cancelled while it was unknown whether the provider has it';
    const open = store.rows(
      chunkSchema,
      `UPDATE chunks SET status = 'review', reason = $unsure
       WHERE dispatch = $id AND status IN ('sending', 'unknown') AND may_have_left_at IS NOT NULL
       RETURNING first_position AS first, last_position AS last`,
      { id, unsure },
    );
    for (const chunk of open) needPerson(store, id, chunk, unsure);
    store.change(
      `UPDATE deliveries SET status = 'excluded', reason = 'cancelled'
       WHERE dispatch = $id AND status = 'pending'`,
      { id },
    );
    store.change(
      `UPDATE chunks SET status = 'empty', reason = 'cancelled', owner = NULL, lease_until = NULL
       WHERE dispatch = $id AND status IN ('ready', 'sending')`,
      { id },
    );
    if (!dispatchState(store, id).attempted) voidApprovals(store, edition, audience, now);
    return true;
  });
}

const chunkSchema = z.object({ first: z.int(), last: z.int() });
