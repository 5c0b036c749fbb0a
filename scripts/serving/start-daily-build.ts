import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DailyBuild } from './keep-today.ts';

const program = fileURLToPath(new URL('build-for-today.ts', import.meta.url));

/** Builds the site for today in a process of its own, which gives way to whoever asks for a page. */
export function startDailyBuild(file = program): DailyBuild {
  // A group of its own: what it has started ends with it.
  const detached = process.platform !== 'win32';
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'], detached });
  const stop = () => {
    if (!detached || child.pid === undefined) child.kill();
    else if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid);
  };
  if (child.pid !== undefined) yieldTo(child.pid);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (printed += String(part)));
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? undefined : printed.trim() || `it ended with ${signal ?? code}`),
    );
  });
  return { ended, stop };
}

/* Where the system knows no priorities, it is built all the same. */
function yieldTo(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    return;
  }
}
