import { appendFile, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings, type Settings } from '../settings/settings.ts';
import { ownPages } from '../testing/content/own-pages.ts';
import { edition, writeContent } from '../testing/content/write-content.ts';
import { buildSite } from './build-site.ts';

let folder: string;
let settings: Settings;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-changed-'));
  settings = readSettings({
    PANUI_CONTENT: await writeContent({
      ...ownPages,
      'newsletters/2026-05-08.mdx': edition('Kia ora.'),
    }),
    PANUI_OUT: join(folder, 'dist'),
    PANUI_DATA: join(folder, 'data'),
  });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(settings.content, { recursive: true });
});

/** Waits until the build has begun to write pages, which it does after it has read everything. */
async function rendering(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const pages = await Array.fromAsync(glob('.dist-*/**/*.html', { cwd: folder }));
    if (pages.length > 0) return;
    await setTimeout(20);
  }
  throw new Error('No page was written.');
}

it('ends a build in which a document changes after it was read, and keeps the last good one', async () => {
  await buildSite(settings);
  const page = join(settings.out, 'newsletters/2026-05-08/index.html');
  const before = await readFile(page, 'utf8');
  const edited = join(settings.content, 'newsletters/2026-05-08.mdx');

  const building = buildSite(settings).then(
    () => 'built',
    (error: Error) => error.message.replaceAll(settings.content, 'content'),
  );
  await rendering();
  await appendFile(edited, '\nWritten while the build was at work.\n');

  expect(await building).toMatchInlineSnapshot(`
    "content/newsletters/2026-05-08.mdx
      Expected the file as it was when it was read.
      Found one that was changed meanwhile.
      Run the command again, once nobody is writing.

    1 problem. Nothing was changed."
  `);
  expect(await readFile(page, 'utf8')).toBe(before);
}, 120_000);
