import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import '../../src/content/reading/settings-site.ts';
import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { localTimeAt } from '../../src/dates/new-zealand.ts';
import { carryScheduled } from '../../src/delivery/dispatch/carry-scheduled.ts';
import type { Dispatch } from '../../src/delivery/ledger/dispatch.ts';
import { dispatchCounts } from '../../src/delivery/ledger/dispatch-counts.ts';
import { standardLimits } from '../../src/delivery/ledger/limits.ts';
import { maskAddresses } from '../../src/delivery/list-files/address.ts';
import { mailSignUps } from '../../src/delivery/signing-up/mail-sign-ups.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { describeChannel } from '../reports/describe-channel.ts';
import { channelFaults, noteRefusals } from '../../src/delivery/events/channel-health.ts';
import { readSettings, serviceOrigin } from '../../src/settings/settings.ts';
import { boundMemory } from '../command-line/bound-memory.ts';
import { print } from '../command-line/print.ts';
import { builtHash } from '../../src/delivery/orders/built-hash.ts';
import { openTransport } from '../../src/delivery/orders/open-transport.ts';
import { mailsForReal } from './mails-for-real.ts';

/*
 * The process beside `serve` that carries scheduled dispatches and watches whether reports come through, so
 * that nothing a visitor asks for waits for it. It ends when `serve` says so, or is gone.
 */

boundMemory();
const stop = new AbortController();
const drain = () => stop.abort();
process.once('disconnect', drain);
process.once('SIGTERM', drain);
// Ctrl-C reaches the whole group; `serve` says when to stop, once it has told everything.
process.on('SIGINT', () => undefined);

const say = (words: string) => print(`${maskAddresses(words)}\n`);
const settings = readSettings();
/* A clock that stands still is for tests; then nothing real is sent. */
const sends = settings.resend.apiKey !== undefined && !settings.nowGiven;

const refusalsSchema = z.object({ signature: z.int(), clock: z.int(), ahead: z.int() });

const sleep = (milliseconds: number, signal: AbortSignal) =>
  wait(milliseconds, undefined, { signal }).catch(() => undefined);

/** How often it looks whether reports come through, in milliseconds. */
const lookEvery = 10 * 60_000;

/** Says in the log, once each, what shows that the provider's reports do not come through. */
async function watchChannel(ledger: Store): Promise<void> {
  const said = new Set<string>();
  while (!stop.signal.aborted) {
    for (const fault of channelFaults(ledger, new Date())) {
      const key = fault.kind === 'silent' ? `${fault.edition} ${fault.audience}` : fault.firstAt;
      if (!said.has(key)) say(describeChannel(fault));
      said.add(key);
    }
    await sleep(lookEvery, stop.signal);
  }
}

async function carry(ledger: Store): Promise<void> {
  await carryScheduled({
    ...settings,
    store: ledger,
    transport: await openTransport(settings),
    workers: 6,
    limits: standardLimits,
    signal: stop.signal,
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

/** Mails to people who sign up: by the provider where it may, else into the outbox. */
async function mailPeople(ledger: Store): Promise<void> {
  await mailSignUps({
    store: ledger,
    transport: mailsForReal(settings) ? await openTransport(settings) : undefined,
    data: settings.data,
    origin: serviceOrigin(settings),
    now: () => (settings.nowGiven ? settings.now : ledger.now()),
    signal: stop.signal,
    sleep,
    say,
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

const store = openStore(settings);
process.on('message', (message) => {
  const refusals = refusalsSchema.safeParse(message);
  if (message === 'stop') drain();
  if (refusals.success) noteRefusals(store, refusals.data, new Date());
});
try {
  await Promise.all([watchChannel(store), mailPeople(store), ...(sends ? [carry(store)] : [])]);
} finally {
  store.close();
  if (process.connected) process.disconnect();
}
