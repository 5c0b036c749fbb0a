import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../content/content.ts';
import { contentToHand, handedOver } from '../content/reading/hand-over.ts';
import type { Settings } from '../settings/settings.ts';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));

/* A page leaves much waste behind: with more room for it, it is cleared less often, an eighth of the time. */
const roomForWaste = '--max-semi-space-size=64';

const cache = join(root, 'node_modules/.cache/panui');
/* What is compiled of Astro once need not be compiled again (module.enableCompileCache). */
const compiled = join(cache, 'compiled');

/** A build by Astro at work. */
export interface Rendering {
  /** Gives it the content, for which it waits. */
  give: (content: Content) => void;
  /** @throws with what Astro printed, when it fails */
  done: Promise<void>;
  /** Ends it where it is still at work, and waits for its end. */
  stop: () => Promise<void>;
}

/**
 * Starts to build the site with Astro, in a process of its own, so that its memory and its
 * environment end with it.
 * @param out the folder to fill
 */
export function startAstro(settings: Settings, out: string): Rendering {
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
  const place = workingFolder();
  const line = [roomForWaste, astro, 'build', '--root', root, '--silent'];
  const child = spawn(process.execPath, line, {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      // Started from a test or a development shell, the site is built for readers all the same.
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_COMPILE_CACHE: compiled,
      PANUI_CONTENT: settings.content,
      PANUI_OUT: out,
      PANUI_DATA: settings.data,
      PANUI_SITE_URL: settings.siteUrl,
      PANUI_NOW: settings.now.toISOString(),
      [handedOver]: 'yes',
    },
  });
  const printed: string[] = [];
  child.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => rm(place, { recursive: true, force: true }));
  const done = ended.then((code) => {
    if (code !== 0) throw new Error(`the build failed.\n${printed.join('').trim()}`);
  });
  const settled = done.catch(() => undefined);
  return {
    // Where it has ended already, `done` tells why.
    give: (content) => void child.send(contentToHand(content), () => undefined),
    done,
    stop: async () => {
      child.kill();
      await settled;
    },
  };
}

/**
 * A folder for one build: Astro leaves what it has compiled of the site in the folder in which it runs,
 * where two builds at once would take each other's for their own.
 */
function workingFolder(): string {
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'build-'));
}
