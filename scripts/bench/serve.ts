import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { buildSite } from '../../src/building/build-site.ts';
import { importList } from '../../src/delivery/lists/import-list.ts';
import { listRecipients } from '../../src/delivery/lists/list-recipients.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { print } from '../command-line/print.ts';
import { runPhase, startProvider } from './send.ts';
import { quantile, steadily, throughput, type Sample } from './serve-load.ts';
import type { Side } from './serve-side.ts';

/** What is aimed at, in milliseconds. */
const aim = 50;
/** Between two requests of a kind, in milliseconds. */
const pace = 20;
const leavers = 40_000;

/**
 * Measures `serve` on this machine alone: pages of the sample site a second, beside sirv in the same run, in
 * turns; then how long a page and leaving a list take while a large list is frozen and sent. Give another size
 * with --people, other turns with --rounds and --seconds.
 */
export default async function benchServe(line: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...line],
    options: {
      people: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '4' },
    },
  });
  print(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, `);
  print(`load ${loadavg()[0]?.toFixed(1)} before\n\n`);
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  try {
    const settings = readSettings({
      PANUI_OUT: join(folder, 'dist'),
      PANUI_DATA: join(folder, 'data'),
    });
    await buildSite(settings);
    const tokens = await takeIn(settings.data, folder);
    await comparePages(settings, Number(values.rounds), Number(values.seconds));
    if (Number(values.people)) await whileSending(settings, tokens, Number(values.people));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Places = Pick<Side, 'out' | 'data'>;

/** People of another list than that which is sent to, who leave meanwhile; gives their tokens. */
async function takeIn(data: string, folder: string): Promise<string[]> {
  const file = join(folder, 'leavers.csv');
  const rows = Array.from({ length: leavers }, (_, at) => `leaver${at}@kura.example`);
  await writeFile(file, `email\n${rows.join('\n')}\n`);
  const store = openStore({ data });
  await importList(store, 'schools', file, new Date());
  const tokens = [...listRecipients(store, 'schools')].flat().map(({ token }) => token);
  store.close();
  return tokens;
}

async function comparePages({ out, data }: Places, rounds: number, seconds: number) {
  const paths = ['/', '/newsletters/2026-05-08/', '/guidance/home-education/', '/search/'];
  const sides = [
    await startSide({ server: 'panui', out, data }),
    await startSide({ server: 'sirv', out, data }),
  ];
  const rates: number[][] = sides.map(() => []);
  for (const { url } of sides) await throughput(url, paths, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { url }] of sides.entries()) {
      rates[at]?.push(await throughput(url, paths, seconds));
    }
  }
  for (const side of sides) side.stop();
  const [ours = [], theirs = []] = rates;
  const [own, other] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  const ratios = ours.map((rate, at) => (rate / (theirs[at] ?? Number.NaN)).toFixed(2));
  print(`Pages a second, uncompressed, over ${rounds} turns of ${seconds} s\n`);
  print(`  serve  ${Math.round(own)}\n  sirv   ${Math.round(other)}\n`);
  print(`  ratio  ${(own / other).toFixed(2)} (${ratios.join(', ')})\n\n`);
}

async function whileSending({ out, data }: Places, tokens: readonly string[], people: number) {
  const [csv, kilobytes] = [join(data, 'people.csv'), 36];
  await runPhase({ step: 'write', data, csv, people, kilobytes });
  await runPhase({ step: 'import', data, csv, people, kilobytes });
  const { url, stop } = await startSide({ server: 'panui', out, data });
  // As many requests as the provider takes by default: faster than that nobody sends.
  const provider = await startProvider('10');
  let next = 0;
  const leave = () => {
    const token = tokens[next] ?? '';
    next += 1;
    return { method: 'POST', url: `${url}/unsubscribe/${token}` };
  };
  const during = async (words: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    const ends = [steadily(pace, () => ({ method: 'GET', url: `${url}/` })), steadily(pace, leave)];
    await work();
    const seconds = (performance.now() - began) / 1000;
    const [pages = [], left = []] = await Promise.all(ends.map((end) => end()));
    print(`${words}, ${seconds.toFixed(1)} s\n`);
    say('page', pages);
    say('leaving', left);
    return { pages, left };
  };
  await during('With nothing else to do', () => new Promise((done) => setTimeout(done, 5000)));
  const frozen = await during(`While ${people} people are frozen`, () =>
    runPhase({ step: 'freeze', data, people, kilobytes }),
  );
  const sent = await during(`While ${people} people are sent to`, () =>
    runPhase({ step: 'send', data, people, kilobytes, url: provider.url }),
  );
  await provider.stop();
  stop();
  if (next > tokens.length) throw new Error('more left than there were people');
  print(`Frozen and sent together; the aim is a p99 below ${aim} ms\n`);
  say('page', [...frozen.pages, ...sent.pages]);
  say('leaving', [...frozen.left, ...sent.left]);
}

function say(what: string, samples: readonly Sample[]): void {
  const times = samples.map(({ milliseconds }) => milliseconds);
  const busy = samples.filter(({ status }) => status !== 200).length;
  const [half, most, all] = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1));
  print(`  ${what.padEnd(8)} p50 ${half} ms, p99 ${most} ms, longest ${all} ms; `);
  print(`${samples.length} asked, ${busy} without success\n`);
}

async function startSide(side: Side) {
  const child = fork(fileURLToPath(new URL('serve-side.ts', import.meta.url)), [
    JSON.stringify(side),
  ]);
  const [url]: unknown[] = await once(child, 'message');
  return {
    url: z.url().parse(url).replace('localhost', '127.0.0.1'),
    stop: () => child.disconnect(),
  };
}
