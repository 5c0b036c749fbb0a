import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getViteConfig } from 'astro/config';
import mjml2html from 'mjml';
import { build } from 'vite';
import { z } from 'zod';
import type * as toRender from '../../src/testing/editions/bulletin-to-render.ts';

const warmUp = 40;
const turns = 6;
const rounds = 20;
const bar = 0.3;

const cache = fileURLToPath(new URL('../../node_modules/.cache/panui', import.meta.url));
const entry = fileURLToPath(
  new URL('../../src/testing/editions/bulletin-to-render.ts', import.meta.url),
);
const moduleSchema = z.object({
  bulletinToRender: z.custom<(typeof toRender)['bulletinToRender']>(
    (value) => typeof value === 'function',
  ),
});

/**
 * Measures one bulletin of the sample, rendered warm by the code that a build bundles, beside `mjml2html`
 * of the same MJML alone: what is above that is our own part. Both take turns, and the time that the thread
 * was at work is compared, so that whatever else the machine does falls on neither.
 */
export default async function benchBulletins([
  edition = '2026-05-08',
  audience = 'providers',
]: string[]): Promise<void> {
  await mkdir(cache, { recursive: true });
  // Beside the packages, so that the bundle finds those that it leaves out.
  const folder = await mkdtemp(join(cache, 'bench-'));
  try {
    const { bulletinToRender } = moduleSchema.parse(await bundled(folder));
    const render = await bulletinToRender(edition, audience);
    const { mjml, bulletin } = await render();
    const convert = () => mjml2html(mjml, { validationLevel: 'strict', keepComments: false });
    await atWork(render, warmUp);
    await atWork(convert, warmUp);
    let [all, theirs] = [0, 0];
    for (let turn = 0; turn < turns; turn++) {
      all += (await atWork(render, rounds)) / turns;
      theirs += (await atWork(convert, rounds)) / turns;
    }
    const ratio = (all - theirs) / theirs;
    console.log(`${edition} for ${audience}: ${bulletin.html.length} bytes of HTML`);
    console.log(`  whole bulletin   ${all.toFixed(1)} ms`);
    console.log(`  mjml2html alone  ${theirs.toFixed(1)} ms`);
    console.log(`  our own part     ${(all - theirs).toFixed(1)} ms`);
    console.log(`  ratio            ${ratio.toFixed(2)} of mjml2html; at most ${bar} is wanted`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The renderer of a bulletin, bundled as `astro build` bundles it. */
async function bundled(folder: string): Promise<unknown> {
  const config = await getViteConfig(
    {
      plugins: [noManifest],
      build: {
        ssr: entry,
        outDir: folder,
        minify: false,
        rollupOptions: { output: { entryFileNames: 'render.mjs' } },
      },
    },
    { logLevel: 'silent' },
  )({ mode: 'production', command: 'build' });
  await build({ ...config, configFile: false, logLevel: 'error' });
  return import(pathToFileURL(join(folder, 'render.mjs')).href);
}

/* The container has a manifest of its own; that of a whole site is known only when it is built. */
const noManifest = {
  name: 'no-manifest',
  transform: (_: string, id: string) =>
    id.endsWith('virtual:astro:manifest') ? 'export const manifest = {};' : undefined,
} as const;

/** Milliseconds of work for one round, of many: the system counts them in whole milliseconds. */
async function atWork(work: () => unknown, count: number): Promise<number> {
  const begun = process.threadCpuUsage();
  for (let round = 0; round < count; round++) await work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000 / count;
}
