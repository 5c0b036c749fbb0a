import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a thread hears last. */
export const allIsWritten = 'everything is written';

/** A thread of a build, which works while pages are rendered. */
export interface BuildThread {
  /** Tells it something that a structured clone can carry. */
  tell: (message: unknown) => void;
  /**
   * Tells it that everything it waits for is written, and gives its one answer.
   * @throws with what the thread failed of
   */
  finish: () => Promise<unknown>;
}

/**
 * Starts a thread of a build. Where the build fails, nothing waits for it; it is never terminated, since
 * native code may be at work in it.
 * @param program the thread's own file
 * @param workerData what it is given, which a structured clone can carry
 */
export function startBuildThread(program: URL, workerData: unknown): BuildThread {
  const thread = new Worker(program, { workerData });
  thread.unref();
  const failed = once(thread, 'error').then(([error]) => {
    throw error;
  });
  const answered = once(thread, 'message');
  // Whoever finishes hears of it; nobody may be waiting yet.
  failed.catch(() => undefined);
  answered.catch(() => undefined);
  return {
    tell: (message) => thread.postMessage(message),
    finish: async () => {
      thread.ref();
      thread.postMessage(allIsWritten);
      const [answer] = await Promise.race([answered, failed]);
      return answer;
    },
  };
}
