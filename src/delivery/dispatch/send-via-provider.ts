import { findDispatch, type Dispatch } from '../ledger/dispatch.ts';
import { carrierIsThere, signOfLife } from '../ledger/sign-of-life.ts';
import { sealDispatch } from '../ledger/seal.ts';
import { reopenDispatch } from '../ledger/stop-dispatch.ts';
import { beginDispatch } from './begin-dispatch.ts';
import { prepareDispatch, type PrepareOrder } from './prepare-dispatch.ts';

export interface SendOrder extends PrepareOrder {
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
  const look = { at: order.now(), hash: bulletin.hash };
  const { dispatch, existing } = await prepareDispatch(order);
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
