import { BadInput, type Problem } from '../../problems/problem.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { faultsToSend } from '../approval/fit-to-send.ts';
import { begunBefore } from '../ledger/begun-before.ts';
import { findDispatch, schedule, type Dispatch } from '../ledger/dispatch.ts';
import { dispatchCounts } from '../ledger/dispatch-counts.ts';
import { freeze, unexpected } from '../ledger/freeze.ts';
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
import { dayOf, type BeginOrder } from './begin-dispatch.ts';

export interface PrepareOrder extends BeginOrder {
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
  /** Refuses to go on with a dispatch that somebody else began. */
  isNew?: boolean | undefined;
  /** When to begin, where not at once. */
  sendAt?: Date | undefined;
}

/**
 * Says everything that speaks against sending a bulletin and, where nothing does, freezes it to its whole list; or
 * finds the dispatch that was begun. Nothing is sent yet.
 * @throws {BadInput} naming every reason not to send; nothing was changed
 */
export async function prepareDispatch(
  order: PrepareOrder,
): Promise<{ dispatch: Dispatch; existing: Dispatch | undefined }> {
  const { store, bulletin } = order;
  const { edition, audience } = bulletin;
  const existing = findDispatch(store, edition, audience);
  // A process may have died after the last message and before the record.
  if (existing) await keepRecord(store, order.data, edition, audience);
  if (existing && order.isNew) throw new BadInput([begunBefore(store, existing)]);
  const problems = await reasonsNotTo(order, existing);
  if (problems.length > 0) throw new BadInput(problems);
  const sources = existing ? undefined : await order.readSources();
  const frozen = freeze(store, {
    ...order,
    siteUrl: order.serviceUrl ?? order.siteUrl,
    sources,
    now: order.now(),
  });
  return { dispatch: order.sendAt ? schedule(store, frozen, order.sendAt) : frozen, existing };
}

async function reasonsNotTo(
  order: PrepareOrder,
  existing: Dispatch | undefined,
): Promise<Problem[]> {
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

function countFaults({ store, bulletin: { audience }, expect }: PrepareOrder): readonly Problem[] {
  const size = listSizes(store).find(({ list }) => list === audience)?.subscribed ?? 0;
  return size === expect && size > 0 ? [] : unexpected(audience, expect, size).problems;
}

/**
 * What of its words no longer holds on the day on which a bulletin begins to go out. Once the first
 * message has left, the others follow; of a bulletin that was built anew since it was frozen, the
 * content folder tells nothing.
 */
async function dayFaults(
  { store, bulletin, faultsOn }: PrepareOrder,
  existing: Dispatch | undefined,
  start: Date,
): Promise<readonly Problem[]> {
  if (existing) {
    if (existing.hash !== bulletin.hash) return [];
    if (dispatchCounts(store, existing.id).pending < existing.total) return [];
  }
  return faultsOn(dayOf(start));
}
