import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { buildSite } from '../../src/building/build-site.ts';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { createService } from '../../src/service/service.ts';
import { storeHere } from '../../src/service/store/service-store.ts';
import { listen } from '../../src/service/http/listen.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { findChromium } from '../../src/testing/browser.ts';

const run = promisify(execFile);

/* Fetched when it is asked for: with its own dependencies it is too heavy for every install. */
const lighthouse = 'lighthouse@13.5.0';

const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

/** Prints Lighthouse's scores for the front page, an edition, a guidance page and the search. */
export default async function benchLighthouse(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-lighthouse-'));
  const settings = { ...readSettings(), out: join(folder, 'dist'), data: join(folder, 'data') };
  const store = openStore(settings);
  const app = createService({
    out: settings.out,
    store: storeHere(store),
    now: () => settings.now,
  });
  const service = await listen(app, 0);
  try {
    await buildSite({ ...settings, siteUrl: service.url });
    const pages = ['/', '/newsletters/2026-05-08/', '/guidance/home-education/', '/search/'];
    for (const page of pages) {
      const report = join(folder, 'report.json');
      const line = [lighthouse, service.url + page, '--quiet', '--output=json'];
      const flags = ['--chrome-flags=--headless --no-sandbox', `--output-path=${report}`];
      const env = { ...process.env, CHROME_PATH: await findChromium() };
      await run('npx', ['--yes', ...line, ...flags], { env });
      const { categories } = reportSchema.parse(JSON.parse(await readFile(report, 'utf8')));
      const scores = Object.values(categories).map(
        ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
      );
      console.log(`${page}  ${scores.join(', ')}`);
    }
  } finally {
    await service.close();
    store.close();
    await rm(folder, { recursive: true });
  }
}
