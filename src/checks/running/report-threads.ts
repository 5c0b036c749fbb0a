import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { libraryToTransfer } from './transfer-library.ts';
import type { Library } from '../reading/page.ts';
import type { PageReport } from './report-on-page.ts';
import type { NextPage } from './report-on-pages.ts';
import type { ThreadAnswer, ThreadTask } from './thread-task.ts';

/* Each has a dictionary of its own: more of them take more memory than they save time. */
const mostThreads = 3;
/* To get a thread ready takes the time of so many pages. */
const fewestPages = 100;

/** How many threads are worth their while beside the one that asks. */
export const threadsFor = (pages: number): number =>
  Math.min(mostThreads, availableParallelism() - 1, Math.floor(pages / fewestPages));

/** A thread that is at work. It ends by itself when no page is left. */
export interface ReportThread {
  /** Fulfilled when it has said everything; rejected with what it failed of, which is a fault of a rule. */
  done: Promise<void>;
  /** Fulfilled when it has ended, with its exit code. */
  ended: Promise<number>;
}

// It comes from the same program: to look at each part would cost time and find nothing.
const said = z.custom<ThreadAnswer>((value) => typeof value === 'object' && value !== null);

/**
 * Starts threads that take part in reporting on the pages of a library. `takeNoMore` ends them early. They
 * are never terminated: every call of native code into JavaScript then fails at once, which the Markdown
 * parser (Rust, by Node-API) need not bear, and a crash of a thread is one of the whole program.
 */
export function startThreads(
  count: number,
  library: Library,
  chosen: ReadonlySet<string>,
  nextPage: NextPage,
  say: (page: number, report?: PageReport) => void,
): ReportThread[] {
  if (count === 0) return [];
  const workerData: ThreadTask = { library: libraryToTransfer(library), chosen, nextPage };
  return Array.from({ length: count }, () => {
    const thread = new Worker(new URL('report-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    });
    const ended = new Promise<number>((resolve) => thread.once('exit', resolve));
    const done = new Promise<void>((resolve, reject) => {
      thread.on('message', (message) => {
        try {
          const words = said.parse(message);
          if ('failed' in words) reject(words.failed);
          else say(...words);
        } catch (error) {
          reject(error);
        }
      });
      thread.once('error', reject);
      void ended.then(() => resolve());
    });
    return { done, ended };
  });
}
