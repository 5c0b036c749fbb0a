import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../disk/error-code.ts';
import { BadInput } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type BuildMessage,
  buildMessageSchema,
  type BuildPurpose,
  type BuildReport,
  purposeVariable,
} from './build-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('run-astro.ts', import.meta.url));

/* A page leaves much waste behind: with more room for it, it is cleared less often, an eighth of the time. */
const roomForWaste = '--max-semi-space-size=64';

const cache = join(root, 'node_modules/.cache/panui');
/* What is compiled of Astro once need not be compiled again (module.enableCompileCache). */
const compiled = join(cache, 'compiled');

/**
 * Builds the site with Astro into the folder `out`, in a process of its own, so that its memory and its
 * environment end with it.
 * @throws {BadInput} with every problem that the build found in the content
 * @throws with what Astro printed, where it fails otherwise
 */
export async function runAstro(
  settings: Settings,
  purpose: BuildPurpose,
  out: string,
): Promise<BuildReport> {
  mkdirSync(cache, { recursive: true });
  // Two builds at once would take what the other has compiled of the site for their own.
  const place = mkdtempSync(join(cache, 'build-'));
  const isNear = await canMove(place, out);
  const into = isNear ? out : join(place, 'site');
  const line = [roomForWaste, program, '--root', root, '--out', into, '--cache', place];
  const child = spawn(process.execPath, line, {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      // Started from a test or a development shell, the site is built for readers all the same.
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_COMPILE_CACHE: compiled,
      [purposeVariable]: purpose,
      PANUI_CONTENT: settings.content,
      PANUI_OUT: settings.out,
      PANUI_DATA: settings.data,
      PANUI_SITE_URL: settings.siteUrl,
      PANUI_NOW: settings.now.toISOString(),
    },
  });
  const printed: string[] = [];
  child.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  let told: BuildMessage | undefined;
  child.on('message', (message) => (told = buildMessageSchema.parse(message)));
  try {
    await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (!isNear && child.exitCode === 0) await cp(into, out, { recursive: true });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  if (told && 'report' in told && child.exitCode === 0) return told.report;
  if (told && 'problems' in told) throw new BadInput(told.problems);
  throw new Error(`the build failed.\n${printed.join('').trim()}`);
}

/**
 * Whether what stands in one folder can be moved into another, as Astro does: not to another disk, nor to another
 * mount of the same (EXDEV), which a unit of systemd makes of each folder that its program may write to.
 */
async function canMove(from: string, to: string): Promise<boolean> {
  const name = `probe-${process.pid}`;
  await mkdir(join(from, name));
  try {
    await rename(join(from, name), join(to, name));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EXDEV') return false;
    throw error;
  } finally {
    for (const folder of [from, to]) await rm(join(folder, name), { recursive: true, force: true });
  }
}
