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
  return {
    give: () => {
      const moment = now();
      if (Math.abs(moment.getTime() - last) < every) return;
      last = moment.getTime();
      sign(store, id, moment.toISOString());
    },
    /** The command ends in an orderly way. */
    end: () => sign(store, id, null),
  };
}

const sign = (store: Store, id: number, moment: string | null) =>
  store.change('UPDATE dispatches SET alive_at = $moment WHERE id = $id', { id, moment });

/**
 * Why a dispatch does not go on by itself though nobody decided that: `missed`: the time to begin has passed;
 * `unattended`: no command waits for it, or sends it, any more. Null: all is as it should be.
 */
export type Halt = 'missed' | 'unattended';

/** Whether a dispatch that was not ended is carried by any command, as its last sign of life says. */
export function haltOf(
  { status, sendAt, aliveAt, attempted }: Omit<Dispatch, 'bulletin'>,
  now: Date,
): Halt | null {
  const passed = sendAt !== null && sendAt <= now.toISOString();
  if (status === 'paused') return passed && !attempted ? 'missed' : null;
  if (!['freezing', 'frozen', 'sending'].includes(status)) return null;
  const silence = status === 'frozen' ? longestSilence : longestSilenceSending;
  const alive =
    aliveAt !== null && aliveAt > later(now, -silence) && aliveAt < later(now, clockTolerance);
  if (alive) return null;
  return passed && !attempted ? 'missed' : 'unattended';
}
