import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { BadInput } from '../problems/problem.ts';
import { problemSchema } from './build-report.ts';

/** The checks of a build for sending, in a thread of their own while pages are rendered. */
export interface SendChecks {
  /**
   * Call it once all bulletins are written: checks them, and waits for everything.
   * @throws {BadInput} with every error in every document, or in every bulletin, at once
   */
  finish: () => Promise<void>;
}

const verdictSchema = z.object({ problems: z.array(problemSchema) });

/**
 * Starts to hold every document against the rules, and the bulletins once they are there.
 * @param folder the content folder, of which the end of the build says whether it is as it was read
 * @param out the folder into which the bulletins come
 */
export function startSendChecks(folder: string, out: string): SendChecks {
  const thread = new Worker(new URL('send-checks-thread.ts', import.meta.url), {
    workerData: { folder, out },
  });
  // Where the build fails, nothing waits for it.
  thread.unref();
  const failed = once(thread, 'error').then(([error]) => {
    throw error;
  });
  const answered = once(thread, 'message');
  // Whoever finishes hears of it; nobody may be waiting yet.
  failed.catch(() => undefined);
  answered.catch(() => undefined);
  return {
    finish: async () => {
      thread.ref();
      thread.postMessage('bulletins are written');
      const [answer] = await Promise.race([answered, failed]);
      const { problems } = verdictSchema.parse(answer);
      if (problems.length > 0) throw new BadInput(problems);
    },
  };
}
