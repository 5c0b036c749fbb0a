import { openStore } from '../delivery/store/open-store.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import '../content/reading/settings-site.ts';
import { buildSite } from '../building/build-site.ts';
import { createService } from '../service/service.ts';
import { storeHere } from '../service/store/service-store.ts';
import { listen } from '../service/http/listen.ts';
import { readSettings } from '../settings/settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built sample site. */
    siteFolder: string;
    /** Its origin, served by our own service with its headers. */
    siteUrl: string;
  }
}

/** The moment at which the tests' site is built: the morning of the newest sample edition. */
const morning = '2026-05-08T09:00:00+12:00';

/** Builds and serves the sample site once for all tests; Vitest calls it before them. */
export default async function builtSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-site-'));
  const out = join(folder, 'dist');
  const data = join(folder, 'data');
  const store = openStore({ data });
  const now = () => new Date(morning);
  const service = await listen(createService({ out, store: storeHere(store), now }), 0);
  const settings = readSettings({ PANUI_OUT: out, PANUI_DATA: data, PANUI_NOW: morning });
  await buildSite({ ...settings, siteUrl: service.url });
  project.provide('siteFolder', out);
  project.provide('siteUrl', service.url);
  return async () => {
    await service.close();
    store.close();
    await rm(folder, { recursive: true });
  };
}
