import { setTimeout as wait } from 'node:timers/promises';
import '../../src/content/reading/settings-site.ts';
import { isAnythingCarried } from '../../src/delivery/ledger/sign-of-life.ts';
import { maskAddresses } from '../../src/delivery/list-files/address.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { boundMemory } from '../command-line/bound-memory.ts';
import { print } from '../command-line/print.ts';
import { carry } from './carry.ts';

/*
 * The process that the desk leaves sending to where `serve` does not run. It belongs to no terminal, goes on when the
 * desk stops, and ends when nothing is left to carry.
 */

/** How often it looks whether anything is left, in milliseconds. */
const lookEvery = 5000;

boundMemory();
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());

const say = (words: string) => print(`${new Date().toISOString()} ${maskAddresses(words)}\n`);
const settings = readSettings();
const store = openStore(settings);
try {
  const work = carry(store, settings, { signal: stop.signal, say });
  work.catch(() => stop.abort());
  while (!stop.signal.aborted) {
    await wait(lookEvery, undefined, { signal: stop.signal }).catch(() => undefined);
    if (!isAnythingCarried(store)) stop.abort();
  }
  await work;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  store.close();
}
