import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { print } from '../command-line/print.ts';
import type { Phase } from './send-phase.ts';

const resultSchema = z.object({
  seconds: z.number(),
  /** Of processor time; far less than the seconds on a machine that others keep busy. */
  busy: z.number(),
  megabytes: z.number(),
});
const countsSchema = z.object({ taken: z.int(), limited: z.int(), seconds: z.number() });

/**
 * Measures sending: a list is imported, frozen and sent to a local provider that does not limit; a
 * large one is imported and frozen; and one is sent to a provider that limits to 10 requests a
 * second. Give other sizes with --people, --many, --limited and --kilobytes; 0 leaves one out.
 * Each step is a process of its own, so that its peak memory can be told; this one stays small, since
 * a process begins with the peak of the one that started it.
 */
export default async function benchSend(line: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...line],
    options: {
      people: { type: 'string', default: '100000' },
      many: { type: 'string', default: '1000000' },
      limited: { type: 'string', default: '30000' },
      // A full edition; with its text part, 100 of them fit into 5 MB.
      kilobytes: { type: 'string', default: '36' },
    },
  });
  print(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, `);
  print(`load ${loadavg()[0]?.toFixed(1)} before\n\n`);
  const kilobytes = Number(values.kilobytes);
  const [people, many, limited] = [values.people, values.many, values.limited].map(Number);
  if (people) await measureList(people, { kilobytes, send: true });
  if (many) await measureList(many, { kilobytes, send: false });
  if (limited) await measureLimited(limited, kilobytes);
}

async function measureList(
  people: number,
  { kilobytes, send }: { kilobytes: number; send: boolean },
): Promise<void> {
  const list = { people, kilobytes };
  await inFolder(async (data) => {
    print(`${people.toLocaleString('en-NZ')} subscribers\n`);
    const csv = join(data, 'people.csv');
    await runPhase({ step: 'write', data, csv, ...list });
    say('imported', people, await runPhase({ step: 'import', data, csv, ...list }));
    const before = await databaseBytes(data);
    say('frozen', people, await runPhase({ step: 'freeze', data, ...list }));
    const after = await databaseBytes(data);
    print(`  database  ${Math.round(before / people)} bytes a subscriber for the list, `);
    print(`${Math.round((after - before) / people)} more for the dispatch\n`);
    if (send) {
      const provider = await startProvider();
      say('sent', people, await runPhase({ step: 'send', data, ...list, url: provider.url }));
      await provider.stop();
      const size = Math.round((await databaseBytes(data)) / people);
      print(`  database  ${size} bytes a subscriber in the end\n`);
    }
    print('\n');
  });
}

async function measureLimited(people: number, kilobytes: number): Promise<void> {
  const list = { people, kilobytes };
  await inFolder(async (data) => {
    print(`${people.toLocaleString('en-NZ')} subscribers, at most 10 requests a second\n`);
    const csv = join(data, 'people.csv');
    await runPhase({ step: 'write', data, csv, ...list });
    await runPhase({ step: 'import', data, csv, ...list });
    await runPhase({ step: 'freeze', data, ...list });
    const provider = await startProvider('10');
    say('sent', people, await runPhase({ step: 'send', data, ...list, url: provider.url }));
    const { taken, limited, seconds } = await provider.stop();
    const rate = taken / seconds;
    print(`  ceiling   ${Math.round(rate)} a second of 1,000: ${(rate / 10).toFixed(1)} %; `);
    print(`${limited} requests over the limit (429)\n`);
  });
}

function say(what: string, people: number, result: z.output<typeof resultSchema>) {
  const { seconds, busy, megabytes } = result;
  const rate = Math.round(people / seconds).toLocaleString('en-NZ');
  print(`  ${what.padEnd(9)} ${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor time), `);
  print(`${rate} a second, peak memory ${megabytes} MB\n`);
}

/** Takes one step of a sending in a process of its own. */
export async function runPhase(phase: Phase): Promise<z.output<typeof resultSchema>> {
  const file = fileURLToPath(new URL('send-phase.ts', import.meta.url));
  const child = fork(file, [JSON.stringify(phase)]);
  let message: unknown;
  child.once('message', (given: unknown) => {
    message = given;
  });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new Error(`the step ${phase.step} failed`);
  return resultSchema.parse(message);
}

/** Starts a local provider that takes everything; `perSecond` limits its requests, and an answer takes `delay` milliseconds. */
export async function startProvider(perSecond?: string, delay = '0') {
  const file = fileURLToPath(new URL('send-provider.ts', import.meta.url));
  const child = fork(file, perSecond === undefined ? [] : [perSecond, delay]);
  const [url]: unknown[] = await once(child, 'message');
  return {
    url: z.url().parse(url),
    stop: async () => {
      child.send('stop');
      const [counts]: unknown[] = await once(child, 'message');
      return countsSchema.parse(counts);
    },
  };
}

async function databaseBytes(data: string): Promise<number> {
  const sizes = ['', '-wal'].map(async (end) => {
    const found = await stat(join(data, `panui.db${end}`)).catch(() => undefined);
    return found?.size ?? 0;
  });
  const [main = 0, log = 0] = await Promise.all(sizes);
  return main + log;
}

async function inFolder(work: (data: string) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    await work(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
