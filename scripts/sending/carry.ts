import { setTimeout as wait } from 'node:timers/promises';
import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { carryScheduled } from '../../src/delivery/dispatch/carry-scheduled.ts';
import type { Dispatch } from '../../src/delivery/ledger/dispatch.ts';
import { dispatchCounts } from '../../src/delivery/ledger/dispatch-counts.ts';
import { standardLimits } from '../../src/delivery/ledger/limits.ts';
import { builtHash } from '../../src/delivery/orders/built-hash.ts';
import { openTransport } from '../../src/delivery/orders/open-transport.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import type { Settings } from '../../src/settings/settings.ts';

/** Carries what is scheduled, and says in lines what becomes of it. */
export async function carry(
  ledger: Store,
  settings: Settings,
  { signal: stop, say }: { signal: AbortSignal; say: (words: string) => void },
): Promise<void> {
  await carryScheduled({
    ...settings,
    store: ledger,
    transport: await openTransport(settings),
    workers: 6,
    limits: standardLimits,
    signal: stop,
    now: () => ledger.now(),
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, { signal }).catch(() => undefined),
    random: Math.random,
    builtHash: ({ edition, audience }) => builtHash(settings.out, edition, audience),
    onTake: (dispatch) => say(`${whatOf(dispatch)}: ${describeTaken(dispatch)}`),
    onStop: (dispatch) => say(`${whatOf(dispatch)}: ${describeStopped(ledger, dispatch)}`),
    onFault: (dispatch, error) =>
      say(`${whatOf(dispatch)}: tried again in five minutes, because of this: ${messageOf(error)}`),
  });
}

const whatOf = ({ edition, audience }: Pick<Dispatch, 'edition' | 'audience'>) =>
  `${edition} for ${audience}`;

function describeTaken({ sendAt, attempted, total }: Dispatch): string {
  const time = localTimeAt(new Date(sendAt ?? ''));
  const when = `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
  if (attempted) return 'sending goes on where it stopped.';
  const begins = sendAt !== null && Date.parse(sendAt) > Date.now();
  return begins
    ? `it begins at ${when}, to ${total} subscribers.`
    : `its time, ${when}, has passed; it begins now if it still may, to ${total} subscribers.`;
}

function describeStopped(ledger: Store, { id, status, reason }: Dispatch): string {
  const { accepted, takenAsSent, excluded, needsPerson, pending } = dispatchCounts(ledger, id);
  const numbers = [
    `${accepted + takenAsSent} accepted`,
    ...(excluded > 0 ? [`${excluded} excluded`] : []),
    ...(needsPerson > 0 ? [`${needsPerson} waiting for a person`] : []),
    ...(pending > 0 ? [`${pending} to be sent`] : []),
  ];
  const state = status === 'frozen' || status === 'sending' ? 'stopped with serve' : status;
  return `${state}. ${numbers.join(', ')}.${reason === '' ? '' : ` ${reason}`}`;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
