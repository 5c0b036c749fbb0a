import { z } from 'zod';
import type { Content } from '../content/content.ts';
import { contentToTransfer } from '../content/reading/transfer-content.ts';
import { type BuiltPage, hearPages, inOrder } from '../hosting/built-pages.ts';
import { startBuildThread } from './build-thread.ts';

/** What is made of the content in a thread of its own, while pages are rendered. */
export interface IndexAndPictures {
  /** Call it once all pages are written: waits for everything. */
  finish: () => Promise<Made>;
}

const indexSchema = z.object({ words: z.int(), entries: z.int() });

interface Made extends z.output<typeof indexSchema> {
  /** The pages of the site, in the order of their addresses. */
  pages: readonly BuiltPage[];
}

/**
 * Starts to write the search index and the pictures of pages into the folder `out`. The index is made from
 * the content, and each picture from the title that a page has as soon as it is rendered, so both take the
 * time that rendering takes anyway.
 */
export function startIndexAndPictures(content: Content, out: string): IndexAndPictures {
  const program = new URL('index-and-pictures-thread.ts', import.meta.url);
  const thread = startBuildThread(program, { content: contentToTransfer(content), out });
  const pages: BuiltPage[] = [];
  hearPages((page) => {
    pages.push(page);
    thread.tell(page);
  });
  return {
    finish: async () => ({ ...indexSchema.parse(await thread.finish()), pages: inOrder(pages) }),
  };
}
