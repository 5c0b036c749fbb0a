import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The process beside `serve`, kept alive. */
export interface Companion {
  /** Tells it something, if it is there. */
  tell: (message: object) => void;
  /** Lets it finish what is in flight. */
  stop: () => Promise<void>;
}

/** The longest wait before it is started again, in milliseconds; it begins with a second and doubles. */
const longestWait = 60_000;

/** One that lived for so long, in milliseconds, is started again after a second. */
const soundAfter = 60_000;

const program = fileURLToPath(new URL('companion.ts', import.meta.url));

/**
 * Starts the companion of `serve`, whose lines go into the log, and starts it again whenever it ends before it
 * is told to. What it was doing is in the ledger, so that a new one goes on with it.
 * @param say writes one line to the log
 */
export function keepCompanion(say: (line: string) => void, file = program): Companion {
  let stopping = false;
  let pause = 1000;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess;
  const start = () => {
    const began = Date.now();
    const one = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child = one;
    for (const stream of [one.stdout, one.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', say);
    }
    // A child that is gone already cannot be told anything; its end is heard of below.
    one.on('error', ({ message }) => say(`The process beside serve: ${message}`));
    one.once('close', (code, signal) => {
      if (stopping) return;
      if (Date.now() - began > soundAfter) pause = 1000;
      say(
        `The process beside serve that sends what is scheduled ended (${signal ?? `code ${code}`}); it starts again in ${pause / 1000} s.`,
      );
      timer = setTimeout(start, pause);
      pause = Math.min(longestWait, pause * 2);
    });
  };
  start();
  return {
    tell: (message) => void (child.connected && child.send(message)),
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      if (child.connected) child.send('stop');
      await closed;
    },
  };
}
