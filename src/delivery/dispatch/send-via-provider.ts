import { localTimeAt } from '../../dates/new-zealand.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { faultsToSend } from '../approval/fit-to-send.ts';
import {
  dispatchState,
  findCancelled,
  findDispatch,
  moveDispatch,
  schedule,
  type Dispatch,
} from '../ledger/dispatch.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { freeze, unexpected } from '../ledger/freeze.ts';
import { signOfLife } from '../ledger/sign-of-life.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { reopenDispatch } from '../ledger/stop-dispatch.ts';
import { listSizes } from '../lists/list-sizes.ts';
import { keepRecord } from '../record/record-keep.ts';
import type { Sources } from '../bulletins/read-sources.ts';
import { checkProvider } from './check-provider.ts';
import {
  approvalFaults,
  dateFaults,
  dispatchFaults,
  hoursFaults,
  scheduleFaults,
  siteFaults,
} from './refusals.ts';
import { runDispatch } from './run-dispatch.ts';
import type { DispatchRun } from './dispatch-run.ts';
import { describeSendingHours, withinSendingHours } from './sending-hours.ts';

export interface SendOrder extends Omit<DispatchRun, 'dispatch'> {
  /** The bulletin as it is built now; a dispatch that was frozen before goes on with its own. */
  bulletin: Bulletin;
  siteUrl: string;
  /** Reads what the bulletin was made of; asked once, before anything is frozen. */
  readSources: () => Promise<Sources>;
  /** What speaks against sending these words on a day, YYYY-MM-DD in New Zealand. */
  faultsOn: (day: string) => Promise<readonly Problem[]>;
  /** How many subscribers a person expects. */
  expect: number;
  /** When to begin, where not at once. */
  sendAt?: Date | undefined;
  sendingHours: string;
  /** Sends outside the sending hours too. */
  anyTime: boolean;
  /** Hears when sending begins: of what, and whether it goes on with an earlier one. */
  onBegin: (dispatch: Dispatch, resumed: boolean) => void;
}

/**
 * Sends a bulletin to its whole list through the provider, or goes on with the dispatch that was
 * begun. Everything that speaks against it is said before anything is frozen. What went out is kept
 * on record when the work stops.
 * @returns the dispatch as it is when the work stops
 * @throws {BadInput} naming every reason not to send; nothing was changed
 */
export async function sendViaProvider(order: SendOrder): Promise<Dispatch> {
  const { store, bulletin, signal } = order;
  const { edition, audience } = bulletin;
  const existing = findDispatch(store, edition, audience);
  // A process may have died after the last message and before the record.
  if (existing) await keepRecord(store, order.data, edition, audience);
  const lookedAfter = order.now();
  const problems = await reasonsNotTo(order, existing);
  if (problems.length > 0) throw new BadInput(problems);
  const sources = existing ? undefined : await order.readSources();
  const frozen = freeze(store, { ...order, sources, now: order.now() });
  const dispatch = order.sendAt ? schedule(store, frozen, order.sendAt) : frozen;
  const sign = signOfLife(store, dispatch.id, order.now);
  sign.give();
  order.onBegin(dispatch, existing !== undefined);
  try {
    await sealDispatch(store, dispatch);
    reopenDispatch(store, dispatch);
    await waitUntil(order, dispatch, sign.give);
    // Somebody may have paused or cancelled it meanwhile.
    const { status } = dispatchState(store, dispatch.id);
    const goesOn = status === 'frozen' || status === 'sending';
    if (goesOn && !signal.aborted && !overslept(order, dispatch, lookedAfter)) {
      await runDispatch({ ...order, dispatch });
    }
  } finally {
    sign.end();
  }
  await keepRecord(store, order.data, edition, audience);
  return (
    findDispatch(store, edition, audience) ?? findCancelled(store, edition, audience) ?? dispatch
  );
}

async function reasonsNotTo(order: SendOrder, existing: Dispatch | undefined): Promise<Problem[]> {
  const { store, transport, expect, siteUrl, sendingHours, anyTime, now } = order;
  const bulletin = existing?.bulletin ?? order.bulletin;
  if (existing) {
    const closed = dispatchFaults(existing, expect);
    if (closed.length > 0) return closed;
  }
  const start = order.sendAt ?? (existing?.sendAt ? new Date(existing.sendAt) : now());
  return [
    ...scheduleFaults(order.sendAt, existing, now()),
    ...siteFaults(bulletin, existing?.siteUrl ?? siteUrl),
    ...approvalFaults(store, bulletin),
    ...(existing?.attempted ? [] : dateFaults(bulletin, dayOf(start < now() ? now() : start))),
    ...(existing ? [] : countFaults(order)),
    ...(anyTime ? [] : hoursFaults(start < now() ? now() : start, sendingHours)),
    ...(existing ? [] : await faultsToSend(bulletin, siteUrl)),
    ...(await dayFaults(order, existing, start < now() ? now() : start)),
    ...(await checkProvider(transport, store, bulletin.from.address, now(), (milliseconds) =>
      order.sleep(milliseconds, order.signal),
    )),
  ];
}

function countFaults({ store, bulletin: { audience }, expect }: SendOrder): readonly Problem[] {
  const size = listSizes(store).find(({ list }) => list === audience)?.subscribed ?? 0;
  return size === expect && size > 0 ? [] : unexpected(audience, expect, size).problems;
}

/**
 * What of its words no longer holds on the day on which a bulletin begins to go out. Once the first
 * message has left, the others follow; of a bulletin that was built anew since it was frozen, the
 * content folder tells nothing.
 */
async function dayFaults(
  { store, bulletin, faultsOn }: SendOrder,
  existing: Dispatch | undefined,
  start: Date,
): Promise<readonly Problem[]> {
  if (existing) {
    if (existing.hash !== bulletin.hash) return [];
    if (dispatchCounts(store, existing.id).pending < existing.total) return [];
  }
  return faultsOn(dayOf(start));
}

const dayOf = (moment: Date) => localTimeAt(moment).slice(0, 10);

/**
 * A dispatch that waits for its time belongs to a machine that may be asleep when the time comes.
 * @param lookedAfter when its words and the hour were last held against the time to begin
 */
function overslept(
  { store, sendingHours, anyTime, now }: SendOrder,
  dispatch: Dispatch,
  lookedAfter: Date,
): boolean {
  if (dispatch.sendAt === null) return false;
  const pause = (reason: string) =>
    moveDispatch(
      store,
      dispatch.id,
      ['frozen'],
      'paused',
      `The time to begin was missed, and ${reason}`,
    );
  const { sendAt } = dispatchState(store, dispatch.id);
  const last = Math.max(lookedAfter.getTime(), Date.parse(sendAt ?? dispatch.sendAt));
  if (!anyTime && !withinSendingHours(now(), sendingHours)) {
    const hours = describeSendingHours(sendingHours);
    return pause(`it is outside the sending hours now: ${hours}. Send again in those hours.`);
  }
  if (dayOf(now()) === dayOf(new Date(last))) return false;
  return pause('it is another day now. Send again, and its deadlines are held against that day.');
}

/**
 * Waits for the moment for which a dispatch is scheduled, or for the signal to stop, and says all the
 * while that it is there. Somebody may give it another time meanwhile, pause it, or cancel it.
 */
async function waitUntil(
  { store, now, sleep, signal }: SendOrder,
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
