import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the site with Astro, in a process of its own, so that its memory and its environment end
 * with it.
 * @param out the folder to fill
 * @throws with what Astro printed, when it fails
 */
export async function runAstro(settings: Settings, out: string): Promise<void> {
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', root, '--silent'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // Started from a test or a development shell, the site is built for readers all the same.
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      PANUI_CONTENT: settings.content,
      PANUI_OUT: out,
      PANUI_DATA: settings.data,
      PANUI_SITE_URL: settings.siteUrl,
      PANUI_NOW: settings.now.toISOString(),
    },
  });
  const printed: string[] = [];
  child.stdout.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr.on('data', (chunk) => printed.push(String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`the build failed.\n${printed.join('').trim()}`);
}
