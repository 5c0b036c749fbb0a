import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, expect, it, vi } from 'vitest';
import { writeContent, edition } from '../testing/content/write-content.ts';
import { holdContent } from './content-source.ts';
import { followContent } from './follow-content.ts';

let server: ViteDevServer | undefined;
afterEach(() => server?.close());

/** Follows a content folder with Vite's own server, where reading fails of what `failsOf` gives until it is mended. */
async function follow(failsOf: () => unknown) {
  const folder = await realpath(await writeContent());
  const held = holdContent(folder, () => false);
  await held.content();
  const said: string[] = [];
  let taken = 0;
  let mended = false;
  server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
  });
  followContent({
    folder,
    server,
    source: {
      ...held,
      refresh: () => (mended ? held.refresh() : Promise.reject(failsOf())),
    },
    refreshContent: async () => void taken++,
    logger: { error: (message) => said.push(message) },
  });
  // Under load a watcher may miss one of two saves that follow at once.
  const saveUntil = (words: string, done: () => void) =>
    vi.waitFor(
      async () => {
        await write(words);
        await setTimeout(200);
        done();
      },
      { timeout: 20_000, interval: 100 },
    );
  const write = (words: string) =>
    writeFile(join(folder, 'newsletters/2026-05-08.mdx'), edition(words));
  // What is saved before the watcher has seen the folder is no change.
  await vi.waitFor(
    () => expect(server?.watcher.getWatched()[join(folder, 'newsletters')]).toHaveLength(1),
    5000,
  );
  return {
    said,
    saveUntil,
    mend: () => (mended = true),
    taken: () => taken,
    text: async () => held.content(),
  };
}

it.each([
  [
    'there are too many open files',
    () => Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' }),
  ],
  [
    'a file has gone since it was seen',
    () => Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' }),
  ],
  ['something is thrown that is no error', () => 'no words'],
])('says that a save could not be read where %s, and shows the next', async (_, failsOf) => {
  const { said, saveUntil, mend, taken, text } = await follow(failsOf);
  await saveUntil('Once.', () => expect(said).not.toEqual([]));
  expect(said[0]).toBe(String(failsOf()).replace('Error: ', ''));
  expect(taken()).toBe(0);
  mend();
  await saveUntil('Twice.', () => expect(taken()).toBeGreaterThan(0));
  expect(JSON.stringify((await text()).newsletters[0]?.body)).toContain('Twice.');
});
