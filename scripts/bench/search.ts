import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../src/building/build-site.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import {
  type Answer,
  measureSuccess,
  type Success,
} from '../../src/testing/queries/measure-success.ts';
import { blindHalf, workingHalf } from '../../src/testing/queries/halves.ts';
import { heldBackQueries, queries } from '../../src/testing/queries/queries.ts';
import { createService } from '../../src/service/service.ts';
import { storeHere } from '../../src/service/store/service-store.ts';
import { listen } from '../../src/service/http/listen.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { launchBrowser } from '../../src/testing/browser.ts';

/**
 * How well the search of the sample site finds what people mean: success at 1 and at 3 for every
 * labelled query, asked in a real browser; below 90 % or 98 % it ends with exit code 1.
 * With `--blind` it asks the blind half of the two hundred instead and prints no more than its figures.
 */
export default async function benchSearch(words: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  const settings = readSettings({ PANUI_OUT: join(folder, 'dist'), PANUI_DATA: folder });
  const store = openStore(settings);
  const now = () => settings.now;
  const service = await listen(
    createService({ out: settings.out, store: storeHere(store), now }),
    0,
  );
  const browser = await launchBrowser();
  try {
    await buildSite({ ...settings, siteUrl: service.url });
    const page = await browser.newPage();
    if (words.includes('--blind')) {
      console.log(figures('Blind half', await measureSuccess(page, service.url, blindHalf)));
      return;
    }
    const tuned = await measureSuccess(page, service.url, queries);
    print('Labelled queries', tuned);
    print('Working half', await measureSuccess(page, service.url, workingHalf));
    print('Held back', await measureSuccess(page, service.url, heldBackQueries));
    if (tuned.at1 < 0.9 || tuned.at3 < 0.98) process.exitCode = 1;
  } finally {
    await browser.close();
    await service.close();
    store.close();
    await rm(folder, { recursive: true });
  }
}

const figures = (name: string, { answers, at1, at3 }: Success) =>
  `${name}: ${answers.length}. Success at 1: ${share(at1)}, at 3: ${share(at3)}.`;

function print(name: string, success: Success): void {
  console.log(figures(name, success));
  for (const [difficulty, some] of Map.groupBy(success.answers, ({ query }) => query.difficulty)) {
    const first = some.filter(({ place }) => place === 1).length;
    console.log(`  ${difficulty}: ${first} of ${some.length} first`);
    for (const answer of some) if (answer.place !== 1) console.log(`    ${describe(answer)}`);
  }
}

const share = (part: number) => `${(part * 100).toFixed(1)} %`;

const describe = ({ query, place, found }: Answer) =>
  `“${query.words}”: ${place ? `at ${place}` : 'not there'}; first is ${found[0] ?? 'nothing'}`;
