import '../../src/content/reading/settings-site.ts';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { runDispatch } from '../../src/delivery/dispatch/run-dispatch.ts';
import { exampleBulletin } from '../../src/testing/sending/example-bulletin.ts';
import { importList } from '../../src/delivery/lists/import-list.ts';
import { freeze } from '../../src/delivery/ledger/freeze.ts';
import { standardLimits } from '../../src/delivery/ledger/limits.ts';
import { sealDispatch } from '../../src/delivery/ledger/seal.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { resendTransport } from '../../src/delivery/transports/resend.ts';
import { boundMemory } from '../command-line/bound-memory.ts';

/* One step of the measurement, in a process of its own. */

const phaseSchema = z.object({
  step: z.enum(['write', 'import', 'freeze', 'send']),
  data: z.string(),
  /** Of a store in PostgreSQL. */
  databaseUrl: z.string().optional(),
  people: z.int(),
  /** In one request; left out, as many as fit. */
  mostPeople: z.int().optional(),
  /** Of HTML in the bulletin. */
  kilobytes: z.int(),
  csv: z.string().optional(),
  url: z.string().optional(),
});

export type Phase = z.output<typeof phaseSchema>;

const phase = phaseSchema.parse(JSON.parse(process.argv[2] ?? ''));

/** HTML of the size asked for, and a quarter of it as text. */
const paragraph =
  'Send the quarter 1 invoice by Friday 15 May, with the attendance data that goes with it. ';
const bulletin = exampleBulletin({
  html: `<!doctype html><p>${paragraph.repeat(phase.kilobytes * 11)}</p><a href="{{UNSUBSCRIBE_URL}}">Stop</a>`,
  text: `${paragraph.repeat(phase.kilobytes * 3)}\n{{UNSUBSCRIBE_URL}}\n`,
});

/** Writes the list as a CSV file. */
async function writePeople(file: string, people: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('email,name,organisation,region,consent,source,date\n');
  for (let at = 0; at < people; at += 1) {
    const row = `office${at}@kura-${at % 2500}.example,Office Manager,Kura ${at % 2500},Waikato,inferred,register,2026-01-12\n`;
    if (!stream.write(row)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

const { data, databaseUrl, mostPeople } = phase;
const store = openStore({ data, databaseUrl });
const frozen = () =>
  freeze(store, {
    bulletin,
    siteUrl: 'https://news.example',
    expect: phase.people,
    mostPeople,
    now: new Date(),
  });

const steps = {
  write: () => writePeople(phase.csv ?? '', phase.people),
  import: async () => {
    await importList(store, 'providers', phase.csv ?? '', new Date());
  },
  freeze: () => sealDispatch(store, frozen()),
  send: async () => {
    await runDispatch({
      store,
      data,
      dispatch: frozen(),
      transport: resendTransport('re_test', phase.url),
      workers: 6,
      limits: standardLimits,
      stopAfterRefused: 20,
      signal: new AbortController().signal,
      now: () => new Date(),
      sleep: async (milliseconds) => wait(milliseconds),
      random: Math.random,
    });
  },
};

boundMemory();
const begin = performance.now();
await steps[phase.step]();
const seconds = (performance.now() - begin) / 1000;
const { user, system } = process.cpuUsage();
store.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ seconds, busy: (user + system) / 1e6, megabytes }, () => process.disconnect());
