import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { unsavedVariable } from '../../content/reading/kept-texts.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Settings } from '../../settings/settings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('run-preview.ts', import.meta.url));

const messageSchema = z.object({ port: z.int() });
const problemsSchema: z.ZodType<Problem[]> = z.array(
  z.object({
    file: z.string(),
    line: z.int().optional(),
    expected: z.string(),
    found: z.string(),
    remedy: z.string(),
  }),
);

/** The server that shows documents as they are written. */
export interface PreviewServer {
  /** Where pages are shown, once it runs: an origin. It is started when it is first needed. */
  origin: () => Promise<string>;
  /**
   * Has what is typed read again.
   * @returns what keeps texts from being shown as they are typed
   */
  readAgain: () => Promise<Problem[]>;
  stop: () => void;
}

/**
 * Shows pages and bulletins with the templates of the build, in a process of its own that stays. It reads what is typed in
 * place of what is saved.
 * @param unsaved the folder of what is typed
 */
export function previewServer(settings: () => Settings, unsaved: string): PreviewServer {
  let child: ChildProcess | undefined;
  let running: Promise<string> | undefined;
  let reading: Promise<Problem[]> | undefined;
  let waiting: Promise<Problem[]> | undefined;

  const start = () =>
    new Promise<string>((resolve, reject) => {
      const now = settings();
      const cache = join(now.data, 'desk', 'preview');
      mkdirSync(cache, { recursive: true });
      mkdirSync(unsaved, { recursive: true });
      const printed: string[] = [];
      child = spawn(process.execPath, [program, '--root', root, '--cache', cache], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          NODE_ENV: 'development',
          ASTRO_TELEMETRY_DISABLED: '1',
          [unsavedVariable]: unsaved,
          PANUI_CONTENT: now.content,
          PANUI_OUT: now.out,
          PANUI_DATA: now.data,
          PANUI_SITE_URL: now.siteUrl,
          ...(now.nowGiven && { PANUI_NOW: now.now.toISOString() }),
        },
      });
      const note = (chunk: unknown) => printed.push(String(chunk));
      child.stdout?.on('data', note);
      child.stderr?.on('data', note);
      child.on('message', (message) => {
        resolve(`http://127.0.0.1:${messageSchema.parse(message).port}`);
      });
      child.on('error', reject);
      child.on('close', () => {
        // The next to ask starts another.
        [running, child] = [undefined, undefined];
        reject(new Error(`the preview ended.\n${printed.slice(-20).join('').trim()}`));
      });
    });
  const origin = () => (running ??= start());

  const read = async (): Promise<Problem[]> => {
    const response = await fetch(`${await origin()}/__panui/read`, { method: 'POST' });
    if (!response.ok) return [];
    return problemsSchema.parse(await response.json());
  };
  return {
    origin,
    // Whoever comes while it reads waits for the next reading, which has their words; it is the same for all of them.
    readAgain: () => {
      if (!reading) return (reading = read().finally(() => (reading = undefined)));
      return (waiting ??= reading
        .catch(() => [])
        .then(() => {
          waiting = undefined;
          return (reading = read().finally(() => (reading = undefined)));
        }));
    },
    stop: () => void child?.kill(),
  };
}
