import { setTimeout as wait } from 'node:timers/promises';
import type { Audience } from '../../publication/site.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import type { Settings } from '../../settings/settings.ts';
import { readBulletin } from '../bulletins/read-bulletin.ts';
import { readSources } from '../bulletins/read-sources.ts';
import { handOverDispatch } from '../dispatch/hand-over.ts';
import type { PrepareOrder } from '../dispatch/prepare-dispatch.ts';
import { expectReady } from '../../content/reading/expect-ready.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import { standardLimits } from '../ledger/limits.ts';
import type { Store } from '../store/store.ts';
import type { Transport } from '../transports/transport.ts';
import { builtHash } from './built-hash.ts';
import { refuseErrorsOnDay } from './refuse-errors-on-day.ts';

/** What somebody orders who wants a bulletin to reach its list. */
export interface SendWish {
  /** Who orders it, as they said; empty where they did not. */
  by: string;
  /** How many subscribers they expect. */
  expect: number;
  /** When it is to begin, where not at once. */
  sendAt: Date | undefined;
  /** Sends outside the sending hours too. */
  anyTime: boolean;
  /** Refuses to go on with what somebody else began. */
  isNew?: boolean;
  /** How many requests may be in flight. */
  workers: number;
}

/** All that sending needs, the checks of the day included, as the command and the desk order it. */
export const orderToSend = (
  settings: Settings,
  bulletin: Bulletin,
  wish: SendWish,
  at: { store: Store; transport: Transport; signal: AbortSignal; now: () => Date },
): PrepareOrder => ({
  ...settings,
  ...wish,
  ...at,
  bulletin,
  readSources: () => readSources(settings.out, settings.content, bulletin.edition),
  builtHash: () => builtHash(settings.out, bulletin.edition, bulletin.audience),
  faultsOn: (day) => refuseErrorsOnDay(day, bulletin, settings),
  limits: standardLimits,
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
  random: Math.random,
});

/**
 * Lets an edition go to its list by the process that carries what is scheduled, at a time or at once; or what was paused
 * go on.
 * @throws {BadInput} naming every reason not to; nothing was changed
 */
export async function leaveToCarrier(
  settings: Settings,
  { edition, audience }: { edition: string; audience: Audience },
  wish: Omit<SendWish, 'workers'>,
  at: { store: Store; transport: Transport; now: () => Date },
): Promise<Dispatch> {
  await expectReady(settings.content, edition);
  const bulletin = await readBulletin(settings.out, edition, audience);
  const { signal } = new AbortController();
  return handOverDispatch(
    orderToSend(settings, bulletin, { ...wish, workers: 1 }, { ...at, signal }),
  );
}
