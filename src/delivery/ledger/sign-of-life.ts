import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { Dispatch } from './dispatch.ts';
import { clockTolerance, later } from './limits.ts';

/** How often a command that waits or sends says that it is still there, in milliseconds. */
const every = 10_000;

/** After this long without a sign nobody waits for a dispatch to begin, in milliseconds. */
const longestSilence = 60_000;

/** While messages are sent a sign may wait for an answer, so it may take longer, in milliseconds. */
const longestSilenceSending = 180_000;

/** Gives signs of life of the command that carries a dispatch, as often as they are worth writing down. */
export function signOfLife(store: Store, id: number, now: () => Date) {
  let last = Number.NEGATIVE_INFINITY;
  const leave = (to: string | null) =>
    // Another command may carry the same dispatch and have said so since.
    store.change('UPDATE dispatches SET alive_at = $to WHERE id = $id AND alive_at = $mine', {
      id,
      to,
      mine: Number.isFinite(last) ? new Date(last).toISOString() : '',
    });
  return {
    give: () => {
      const moment = now();
      if (Math.abs(moment.getTime() - last) < every) return;
      last = moment.getTime();
      store.change('UPDATE dispatches SET alive_at = $moment WHERE id = $id', {
        id,
        moment: moment.toISOString(),
      });
    },
    /** The command ends in an orderly way: what it has begun goes on when a person says so. */
    end: () => void leave(null),
    /** The command ends, and the next that carries dispatches is to go on with it. */
    handOver: () => void leave(never),
  };
}

/** A sign from so long ago that it counts as none. */
const never = '1970-01-01T00:00:00.000Z';

export type SignOfLife = ReturnType<typeof signOfLife>;

/** Says that `serve` is there and carries whatever is scheduled; null: not any more. */
export const signOfCarrier = (store: Store, moment: Date | null) =>
  void store.change('UPDATE carrier SET alive_at = $moment WHERE id = 1', {
    moment: moment?.toISOString() ?? null,
  });

/** Whether `serve` carries what is scheduled, as its last sign of life says. */
export function carrierIsThere(store: Store, now: Date): boolean {
  const [row] = store.rows(
    z.object({ aliveAt: z.iso.datetime().nullable() }),
    'SELECT alive_at AS "aliveAt" FROM carrier WHERE id = 1',
  );
  return isFresh(row?.aliveAt ?? null, longestSilence, now);
}

const isFresh = (aliveAt: string | null, silence: number, now: Date) =>
  aliveAt !== null && aliveAt > later(now, -silence) && aliveAt < later(now, clockTolerance);

/**
 * Why a dispatch does not go on by itself though nobody decided that: `missed`: the time to begin has passed;
 * `unattended`: no command waits for it, or sends it, any more. Null: all is as it should be.
 */
export type Halt = 'missed' | 'unattended';

/** What tells how a dispatch is carried. */
export type Carried = Pick<Dispatch, 'status' | 'sendAt' | 'aliveAt' | 'attempted'>;

/** Whether a dispatch that was not ended is carried by any command, as its last sign of life says. */
export function haltOf({ status, sendAt, aliveAt, attempted }: Carried, now: Date): Halt | null {
  const passed = sendAt !== null && sendAt <= now.toISOString();
  if (status === 'paused') return passed && !attempted ? 'missed' : null;
  if (!['freezing', 'frozen', 'sending'].includes(status)) return null;
  const silence = status === 'frozen' ? longestSilence : longestSilenceSending;
  if (isFresh(aliveAt, silence, now)) return null;
  return passed && !attempted ? 'missed' : 'unattended';
}

/** Whether any dispatch waits for its time or is being sent, by the process that carries what is scheduled. */
export const isAnythingCarried = (store: Store): boolean =>
  (store.rows(
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM dispatches
     WHERE send_at IS NOT NULL AND status IN ('freezing', 'frozen', 'sending')`,
  )[0]?.count ?? 0) > 0;
