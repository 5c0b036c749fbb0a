import { localTimeAt } from '../../dates/new-zealand.ts';
import { dispatchState, findCancelled, findDispatch, moveDispatch } from '../ledger/dispatch.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import { sealDispatch } from '../ledger/seal.ts';
import type { SignOfLife } from '../ledger/sign-of-life.ts';
import { keepRecord } from '../record/record-keep.ts';
import type { DispatchRun } from './dispatch-run.ts';
import { recogniseRestored } from './recognise-restored.ts';
import { approvalFaults } from './refusals.ts';
import { runDispatch } from './run-dispatch.ts';
import { describeSendingHours, withinSendingHours } from './sending-hours.ts';

/** What it takes to begin a dispatch that is frozen, at its time. */
export interface BeginOrder extends Omit<DispatchRun, 'dispatch'> {
  sendingHours: string;
  /** Sends outside the sending hours too. */
  anyTime: boolean;
  /** The hash of the bulletin as it is built at this moment; undefined where none is. */
  builtHash: () => Promise<string | undefined>;
}

/** What whoever begins a dispatch knew when it was last decided to send it. */
export interface LastLook {
  /** When its words and the hour were held against the time to begin. */
  at: Date;
  /** The hash of the bulletin that was built then. */
  hash: string;
}

/**
 * Holds a frozen dispatch against what the provider has sent, waits for its time, looks once more whether it may
 * begin, sends it, and keeps what went out on record. Where something has changed meanwhile it is paused, with
 * the reason.
 * @returns the dispatch as it is when the work stops
 */
export async function beginDispatch(
  order: BeginOrder,
  dispatch: Dispatch,
  sign: SignOfLife,
  look: LastLook,
): Promise<Dispatch> {
  const { store, signal } = order;
  const { edition, audience } = dispatch;
  await sealDispatch(store, dispatch, sign.give);
  await recogniseRestored({ ...order, dispatch });
  await waitUntil(order, dispatch, sign.give);
  // Somebody may have paused or cancelled it meanwhile.
  const { status } = dispatchState(store, dispatch.id);
  const goesOn = status === 'frozen' || status === 'sending';
  if (goesOn && !signal.aborted && !(await holdBack(order, dispatch, look))) {
    await runDispatch({ ...order, dispatch });
  }
  await keepRecord(store, order.data, edition, audience);
  return (
    findDispatch(store, edition, audience) ?? findCancelled(store, edition, audience) ?? dispatch
  );
}

/** Pauses a dispatch that must not begin as it is; once a message has left, the others follow. */
async function holdBack(order: BeginOrder, dispatch: Dispatch, look: LastLook): Promise<boolean> {
  const { store } = order;
  const { attempted, sendAt } = dispatchState(store, dispatch.id);
  if (attempted || sendAt === null) return false;
  const reason =
    overslept(order, new Date(Math.max(look.at.getTime(), Date.parse(sendAt)))) ??
    (await changed(order, dispatch, look));
  if (reason === undefined) return false;
  moveDispatch(store, dispatch.id, ['frozen', 'sending'], 'paused', reason);
  return true;
}

/**
 * A dispatch that waits for its time belongs to a machine that may be asleep when the time comes.
 * @param decidedFor the moment for which it was last decided that it may begin
 */
function overslept(
  { sendingHours, anyTime, now }: BeginOrder,
  decidedFor: Date,
): string | undefined {
  const missed = 'The time to begin was missed, and';
  // A time outside the hours is only ever given by somebody who says that it may be any.
  const always = anyTime || !withinSendingHours(decidedFor, sendingHours);
  if (!always && !withinSendingHours(now(), sendingHours)) {
    const hours = describeSendingHours(sendingHours);
    return `${missed} it is outside the sending hours now: ${hours}. Send again in those hours.`;
  }
  if (dayOf(now()) === dayOf(decidedFor)) return undefined;
  return `${missed} it is another day now. Send again, and its deadlines are held against that day.`;
}

/** What was decided about is not what there is any more. */
async function changed(
  { store, builtHash }: BeginOrder,
  { bulletin }: Dispatch,
  look: LastLook,
): Promise<string | undefined> {
  const came = 'The time to begin came, and nothing was sent:';
  if (approvalFaults(store, bulletin).length > 0) {
    return `${came} it is not approved any more. Approve it, then send again.`;
  }
  const built = await builtHash();
  if (built === look.hash) return undefined;
  if (built === undefined) {
    return `${came} no sound bulletin of it is built any more. Build it, then send again.`;
  }
  return `${came} it was built anew since it was frozen. Send again, and what was frozen goes out; or cancel this, approve the new one and send that.`;
}

/** The day of a moment in New Zealand, YYYY-MM-DD. */
export const dayOf = (moment: Date) => localTimeAt(moment).slice(0, 10);

/**
 * Waits for the moment for which a dispatch is scheduled, or for the signal to stop, and says all the
 * while that it is there. Somebody may give it another time meanwhile, pause it, or cancel it.
 */
async function waitUntil(
  { store, now, sleep, signal }: BeginOrder,
  { id }: Dispatch,
  giveSign: () => void,
) {
  while (!signal.aborted) {
    giveSign();
    const { status, sendAt } = dispatchState(store, id);
    const wait = sendAt === null ? 0 : Date.parse(sendAt) - now().getTime();
    if (status !== 'frozen' || wait <= 0) return;
    await sleep(Math.min(1000, wait), signal);
  }
}
