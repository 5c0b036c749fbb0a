import { BadInput } from '../../problems/problem.ts';
import { dispatchCounts, type DispatchCounts } from '../ledger/dispatch-counts.ts';
import { dispatchState, type Dispatch } from '../ledger/dispatch.ts';
import { cancelDispatch, pauseDispatch } from '../ledger/stop-dispatch.ts';
import { keepRecord } from '../record/record-keep.ts';
import type { RecordReport } from '../record/record-verify.ts';
import type { Store } from '../store/store.ts';

/**
 * Pauses a dispatch.
 * @throws {BadInput} where it is not being sent and does not wait to be
 */
export function pauseEdition(store: Store, dispatch: Dispatch, by: string, now: Date): void {
  if (pauseDispatch(store, dispatch, by, now)) return;
  throw notSo(store, dispatch, 'a dispatch that is being sent', 'There is nothing to pause.');
}

/** What was known when a dispatch was ended. */
export interface Cancelled extends DispatchCounts {
  /** Whether a byte of any message may have left. */
  attempted: boolean;
  record: RecordReport | undefined;
}

/**
 * Ends a dispatch for ever, and keeps what went out on record.
 * @param data the folder of the records (`PANUI_DATA`)
 * @throws {BadInput} where it is over already
 */
export async function cancelEdition(
  store: Store,
  data: string,
  dispatch: Dispatch,
  by: string,
  now: Date,
): Promise<Cancelled> {
  const { id, edition, audience } = dispatch;
  if (!cancelDispatch(store, dispatch, by, now)) {
    throw notSo(store, dispatch, 'a dispatch that is not over', 'There is nothing to cancel.');
  }
  const record = await keepRecord(store, data, edition, audience);
  const { attempted } = dispatchState(store, id);
  return { ...dispatchCounts(store, id), attempted, record };
}

function notSo(
  store: Store,
  { id, edition, audience }: Dispatch,
  expected: string,
  remedy: string,
): BadInput {
  const found = dispatchState(store, id).status;
  return new BadInput([{ file: `${edition} for ${audience}`, expected, found, remedy }]);
}
