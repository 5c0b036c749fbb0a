import { z } from 'zod';
import type { Content } from '../content/content.ts';
import { contentToTransfer } from '../content/reading/transfer-content.ts';
import { startBuildThread } from './build-thread.ts';

/** What is made of the content in a thread of its own, while pages are rendered. */
export interface IndexAndPictures {
  /** Call it once all pages are written: draws what is left, and waits for everything. */
  finish: () => Promise<Made>;
}

const madeSchema = z.object({
  /** The pages of the site, by their addresses and the titles that they give themselves. */
  pages: z.array(z.object({ path: z.string(), title: z.union([z.string(), z.undefined()]) })),
  words: z.int(),
  entries: z.int(),
});

type Made = z.output<typeof madeSchema>;

/**
 * Starts to write the search index and to draw the pictures of pages into the folder `out`: they are made
 * from the content, not from pages, and take the time that rendering takes anyway.
 */
export function startIndexAndPictures(content: Content, out: string): IndexAndPictures {
  const program = new URL('index-and-pictures-thread.ts', import.meta.url);
  const thread = startBuildThread(program, { content: contentToTransfer(content), out });
  return { finish: async () => madeSchema.parse(await thread.finish()) };
}
