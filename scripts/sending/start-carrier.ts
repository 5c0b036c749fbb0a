import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('carrier.ts', import.meta.url));

/**
 * Starts the process that carries what is scheduled, with these settings. It outlives whoever starts it; of several, one
 * carries each dispatch. What it says is in `carrier.log` in the data folder.
 * @returns its process id
 */
export function startCarrier({ data }: { data: string }): number | undefined {
  const folder = join(data, 'desk');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openSync(join(folder, 'carrier.log'), 'a', 0o600);
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child.pid;
}
