import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import '../../src/content/reading/settings-site.ts';
import { maskAddresses } from '../../src/delivery/list-files/address.ts';
import { mailSignUps } from '../../src/delivery/signing-up/mail-sign-ups.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { describeChannel } from '../reports/describe-channel.ts';
import { channelFaults, noteRefusals } from '../../src/delivery/events/channel-health.ts';
import { readSettings, serviceOrigin } from '../../src/settings/settings.ts';
import { carry } from './carry.ts';
import { boundMemory } from '../command-line/bound-memory.ts';
import { print } from '../command-line/print.ts';
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

const store = openStore(settings);
process.on('message', (message) => {
  const refusals = refusalsSchema.safeParse(message);
  if (message === 'stop') drain();
  if (refusals.success) noteRefusals(store, refusals.data, new Date());
});
try {
  await Promise.all([
    watchChannel(store),
    mailPeople(store),
    ...(sends ? [carry(store, settings, { signal: stop.signal, say })] : []),
  ]);
} finally {
  store.close();
  if (process.connected) process.disconnect();
}
