import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { buildSite } from '../../src/building/build-site.ts';
import { checkContent } from '../../src/checks/running/check-content.ts';
import { collections } from '../../src/content/collections.ts';
import {
  type BuiltBulletin,
  listBulletins,
  newestBuiltEdition,
} from '../../src/delivery/bulletins/list-bulletins.ts';
import { listSizes } from '../../src/delivery/lists/list-sizes.ts';
import { loadSamples } from '../../src/delivery/lists/load-samples.ts';
import { readBuilt, readBulletin } from '../../src/delivery/bulletins/read-bulletin.ts';
import { sendToOutbox } from '../../src/delivery/outbox/send-to-outbox.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { mailSignUps } from '../../src/delivery/signing-up/mail-sign-ups.ts';
import { createDesk } from '../../src/desk/app/desk.ts';
import { deskListener } from '../../src/desk/app/desk-listener.ts';
import { listen } from '../../src/service/http/listen.ts';
import { createService } from '../../src/service/service.ts';
import { threadedStore } from '../../src/service/store/threaded-store.ts';
import { readSettings, type Settings } from '../../src/settings/settings.ts';
import { describeBulletins, describeSite } from '../reports/describe-build.ts';
import { describeFitness } from '../reports/describe-fitness.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { parsePort, portFlag } from '../command-line/parse-port.ts';
import { print } from '../command-line/print.ts';
import { stopSignal } from '../command-line/stop-signal.ts';
import { startCarrier } from '../sending/start-carrier.ts';
import { withStore } from '../sending/with-store.ts';

export const examples = [
  ['start', 'build, rehearse the newest edition and open the site at http://localhost:4321'],
  ['start --port 8080', 'the same at another port'],
] as const;

const sampleLists = fileURLToPath(new URL('../sample-lists', import.meta.url));

export default defineCommand({
  args: {
    port: portFlag,
  },
  run({ args }) {
    const port = parsePort(args.port);
    return withStore(readSettings(), (store) => start(store, port));
  },
});

async function start(store: Store, wanted: number): Promise<void> {
  const given = readSettings();
  const now = () => readSettings().now;
  const report = (error: Error) => console.error(`Pānui: ${error.message}`);
  const threads = threadedStore(given);
  const site = createService({ out: given.out, store: threads, now, report });
  const desk = createDesk(readSettings, () => void startCarrier(readSettings()));
  const listener = deskListener(desk, report, site);
  const service = await listen(listener, wanted);
  const stop = new AbortController();
  void mailSignUps({
    store,
    data: given.data,
    origin: service.url,
    now,
    signal: stop.signal,
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, { signal }).catch(() => undefined),
    say: (line) => print(`${line}\n`),
  });
  try {
    // Links in a bulletin lead to where this service really listens.
    const settings = { ...given, siteUrl: given.siteUrlGiven ? given.siteUrl : service.url };
    print('Building the site and the bulletins …\n');
    const built = await buildSite(settings);
    print(`\n${describeSite(built)}\n${await describeBulletins(settings.out)}\n`);
    print(await rehearseNewest(store, settings));
    if (service.moved) print(`Port ${wanted} is busy, so this is port ${service.port}.\n`);
    print(`\nOpen ${service.url}/\nWrite at ${service.url}/desk/\nPress Ctrl-C to stop.\n`);
    await stopSignal();
  } finally {
    stop.abort();
    desk.preview.stop();
    await service.close();
    await threads.close();
  }
}

async function rehearseNewest(store: Store, settings: Settings): Promise<string> {
  const loaded = await loadSamples(store, sampleLists, settings.now);
  const lists = listSizes(store);
  const sizes = lists.map(({ list, subscribed }) => `${list} ${subscribed}`);
  const lines = [`Lists: ${sizes.join(', ')}${loaded ? ' (sample lists, loaded now)' : ''}.`];
  const all = await listBulletins(settings.out);
  const newest = newestBuiltEdition(await withoutDrafts(all));
  if (newest !== undefined) lines.push(await checkNewest(newest, settings));
  for (const { edition, audience } of all.filter((one) => one.edition === newest)) {
    if (!lists.some(({ list, subscribed }) => list === audience && subscribed > 0)) {
      lines.push(`No rehearsal of ${edition} for ${audience}: nobody is on the list.`);
      continue;
    }
    const bulletin = await readBulletin(settings.out, edition, audience);
    const { outcome, count, index } = await sendToOutbox(store, bulletin, settings);
    const said = outcome === 'unchanged' ? 'nothing new, the outbox has' : 'the outbox now has';
    lines.push(
      `Rehearsal of ${edition} for ${audience}: ${said} ${count} messages.\n  ${relative(process.cwd(), index)}`,
    );
  }
  return `${lines.join('\n')}\nNothing was sent to anybody.\n`;
}

/** Those of drafts can be looked at, and are not rehearsed. */
async function withoutDrafts(all: readonly BuiltBulletin[]): Promise<BuiltBulletin[]> {
  const read = await Promise.all(all.map((one) => readBuilt(one)));
  return all.filter((_, index) => read[index]?.state !== 'draft');
}

/** What the checks say of an edition: a rehearsal of one with errors is of use, an approval is refused. */
async function checkNewest(edition: string, { content, out }: Settings): Promise<string> {
  const file = join(content, collections.newsletters.folder, `${edition}.mdx`);
  return describeFitness(
    edition,
    await checkContent({ folder: content, out, for: 'send', files: [file] }),
  );
}
