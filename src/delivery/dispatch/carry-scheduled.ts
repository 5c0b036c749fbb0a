import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { dispatchStatus, findDispatch, type Dispatch } from '../ledger/dispatch.ts';
import { haltOf, signOfCarrier, signOfLife, type Carried } from '../ledger/sign-of-life.ts';
import type { Store } from '../store/store.ts';
import { beginDispatch, type BeginOrder } from './begin-dispatch.ts';
import { withinSendingHours } from './sending-hours.ts';

export interface CarryOrder extends Omit<BeginOrder, 'anyTime' | 'builtHash'> {
  /** The hash of a bulletin as it is built at this moment; undefined where none is. */
  builtHash: (dispatch: Dispatch) => Promise<string | undefined>;
  /** Hears that a dispatch was taken up, and waits for its time or goes on. */
  onTake: (dispatch: Dispatch) => void;
  /** Hears how a dispatch stands when the work on it stops. */
  onStop: (dispatch: Dispatch) => void;
  /** Hears what kept it from a dispatch, which it tries again later. */
  onFault: (dispatch: Pick<Dispatch, 'edition' | 'audience'>, error: unknown) => void;
}

/** How often it looks for what it has to carry, in milliseconds. */
const every = 5000;

/** How long it leaves a dispatch alone after a fault, in milliseconds. */
const rest = 5 * 60_000;

/**
 * Carries every scheduled dispatch that no terminal carries, until the signal says to stop: those that wait
 * for their time, and those that were being sent when their process died. The same ledger decides that
 * nobody gets one twice, however many others are at it. What was approved for another day or hour, or was
 * built anew meanwhile, is paused with the reason and never sent.
 */
export async function carryScheduled(order: CarryOrder): Promise<void> {
  const { store, now, sleep, signal } = order;
  const carried = new Map<number, Promise<void>>();
  const resting = new Map<number, number>();
  while (!signal.aborted) {
    signOfCarrier(store, now());
    for (const waiting of scheduled(store)) {
      const { id } = waiting;
      if (carried.has(id) || (resting.get(id) ?? 0) > now().getTime()) continue;
      if (!isFree(waiting, order) || !take(store, waiting, now())) continue;
      const work = carry(order, waiting)
        .catch((error: unknown) => {
          resting.set(id, now().getTime() + rest);
          order.onFault(waiting, error);
        })
        .finally(() => carried.delete(id));
      carried.set(id, work);
    }
    await sleep(every, signal);
  }
  await Promise.all(carried.values());
  signOfCarrier(store, null);
}

const scheduledSchema = z.object({
  id: z.int(),
  edition: bulletinId,
  audience: audienceId,
  status: dispatchStatus,
  attempted: z.int().transform(Boolean),
  sendAt: z.iso.datetime(),
  aliveAt: z.iso.datetime().nullable(),
});

type Scheduled = z.output<typeof scheduledSchema>;

const scheduled = (store: Store): Scheduled[] =>
  store.rows(
    scheduledSchema,
    `SELECT id, edition, audience, status, attempted, send_at AS "sendAt", alive_at AS "aliveAt"
     FROM dispatches
     WHERE send_at IS NOT NULL AND status IN ('freezing', 'frozen', 'sending') ORDER BY send_at, id`,
  );

/**
 * Whether nobody carries it, and nobody stopped it by hand. What is being sent goes on in the hours only, as
 * it would with `send`.
 */
function isFree(waiting: Scheduled & Carried, { sendingHours, now }: CarryOrder): boolean {
  if (haltOf(waiting, now()) === null) return false;
  if (!waiting.attempted) return true;
  const stoppedByHand = waiting.aliveAt === null;
  return (
    !stoppedByHand && (anyTime(waiting, sendingHours) || withinSendingHours(now(), sendingHours))
  );
}

/** As in `beginDispatch`: who gave a time outside the hours said that it may be any. */
const anyTime = ({ sendAt }: Pick<Scheduled, 'sendAt'>, hours: string) =>
  !withinSendingHours(new Date(sendAt), hours);

/** Takes a dispatch up; of several that try, one does. */
const take = (store: Store, { id, aliveAt }: Scheduled, now: Date): boolean =>
  store.change(
    'UPDATE dispatches SET alive_at = $now WHERE id = $id AND alive_at IS NOT DISTINCT FROM $aliveAt',
    {
      id,
      aliveAt,
      now: now.toISOString(),
    },
  ) > 0;

async function carry(order: CarryOrder, waiting: Scheduled): Promise<void> {
  const { store, now } = order;
  const { id, edition, audience } = waiting;
  const dispatch = findDispatch(store, edition, audience);
  if (dispatch?.id !== id) return;
  const sign = signOfLife(store, id, now);
  sign.give();
  order.onTake(dispatch);
  try {
    const stopped = await beginDispatch(
      {
        ...order,
        anyTime: false,
        builtHash: () => order.builtHash(dispatch),
      },
      dispatch,
      sign,
      // Nobody looked at it since it was decided to send it at its time.
      { at: new Date(0), hash: dispatch.hash },
    );
    order.onStop(stopped);
  } finally {
    sign.handOver();
  }
}
