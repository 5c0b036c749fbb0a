import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Content } from '../content/content.ts';
import { contentToTransfer } from '../content/reading/transfer-content.ts';
import type { BuiltPage } from '../hosting/built-pages.ts';

/** What is made of the content in a thread of its own, while pages are rendered. */
export interface IndexAndPictures {
  /** Call it once all pages are written: draws what is left, and waits for everything. */
  finish: () => Promise<Beside>;
}

export interface Beside {
  pages: BuiltPage[];
  words: number;
  entries: number;
}

const besideSchema: z.ZodType<Beside> = z.object({
  pages: z.array(z.object({ path: z.string(), title: z.union([z.string(), z.undefined()]) })),
  words: z.int(),
  entries: z.int(),
});

/**
 * Starts to write the search index and to draw the pictures of pages into the folder `out`: they are made
 * from the content, not from pages, and take the time that rendering takes anyway.
 */
export function startIndexAndPictures(content: Content, out: string): IndexAndPictures {
  const thread = new Worker(new URL('index-and-pictures-thread.ts', import.meta.url), {
    workerData: { content: contentToTransfer(content), out },
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
      thread.postMessage('pages are written');
      const [answer] = await Promise.race([answered, failed]);
      return besideSchema.parse(answer);
    },
  };
}
