import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { faultsToSend } from '../approval/fit-to-send.ts';
import { findDispatch, schedule, type Dispatch } from '../ledger/dispatch.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { freeze, unexpected } from '../ledger/freeze.ts';
import { carrierIsThere, signOfLife } from '../ledger/sign-of-life.ts';
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
  serviceFaults,
  siteFaults,
} from './refusals.ts';
import { beginDispatch, dayOf, type BeginOrder } from './begin-dispatch.ts';

export interface SendOrder extends BeginOrder {
  /** The bulletin as it is built now; a dispatch that was frozen before goes on with its own. */
  bulletin: Bulletin;
  siteUrl: string;
  /** Where people leave, where that is not at the site's own origin. */
  serviceUrl?: string | undefined;
  /** Reads what the bulletin was made of; asked once, before anything is frozen. */
  readSources: () => Promise<Sources>;
  /** What speaks against sending these words on a day, YYYY-MM-DD in New Zealand. */
  faultsOn: (day: string) => Promise<readonly Problem[]>;
  /** Who sends it, as they said; empty where they did not. */
  by?: string | undefined;
  /** How many subscribers a person expects. */
  expect: number;
  /** When to begin, where not at once. */
  sendAt?: Date | undefined;
  /** Hears when sending begins. */
  onBegin: (dispatch: Dispatch, begin: Begun) => void;
}

/** How sending begins. */
export interface Begun {
  /** It goes on with an earlier one. */
  resumed: boolean;
  /** `serve` is there, waits for its time, and sends it: nobody else has to. */
  carried: boolean;
}

/**
 * Sends a bulletin to its whole list through the provider, or goes on with the dispatch that was
 * begun. Everything that speaks against it is said before anything is frozen. What went out is kept
 * on record when the work stops. Where it is to begin later and `serve` runs, that is left to it.
 * @returns the dispatch as it is when the work stops
 * @throws {BadInput} naming every reason not to send; nothing was changed
 */
export async function sendViaProvider(order: SendOrder): Promise<Dispatch> {
  const { store, bulletin } = order;
  const { edition, audience } = bulletin;
  const existing = findDispatch(store, edition, audience);
  // A process may have died after the last message and before the record.
  if (existing) await keepRecord(store, order.data, edition, audience);
  const look = { at: order.now(), hash: bulletin.hash };
  const problems = await reasonsNotTo(order, existing);
  if (problems.length > 0) throw new BadInput(problems);
  const sources = existing ? undefined : await order.readSources();
  const frozen = freeze(store, {
    ...order,
    siteUrl: order.serviceUrl ?? order.siteUrl,
    sources,
    now: order.now(),
  });
  const dispatch = order.sendAt ? schedule(store, frozen, order.sendAt) : frozen;
  const sign = signOfLife(store, dispatch.id, order.now);
  sign.give();
  try {
    // What a person decides to send though it was built anew, nobody else may begin.
    const carried =
      dispatch.hash === bulletin.hash &&
      isLater(dispatch, order.now()) &&
      carrierIsThere(store, order.now());
    order.onBegin(dispatch, { resumed: existing !== undefined, carried });
    reopenDispatch(store, dispatch, order.by ?? '', order.now());
    if (!carried) return await beginDispatch(order, dispatch, sign, look);
    await sealDispatch(store, dispatch, sign.give);
    return findDispatch(store, edition, audience) ?? dispatch;
  } finally {
    sign.end();
  }
}

const isLater = ({ sendAt }: Dispatch, now: Date) =>
  sendAt !== null && Date.parse(sendAt) > now.getTime();

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
    ...(existing
      ? serviceFaults(existing.siteUrl, 'PANUI_SITE_URL')
      : [
          ...siteFaults(bulletin, siteUrl),
          ...(order.serviceUrl === undefined ? [] : serviceFaults(order.serviceUrl)),
        ]),
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
