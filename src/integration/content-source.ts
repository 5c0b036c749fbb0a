import { allDocuments, type Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';
import type { ContentSource } from '../content/site-content.ts';
import type { Flow } from '../document/tree.ts';

/** A reading of the content that can be begun anew. */
export interface HeldContent extends ContentSource {
  /** Reads again what has changed, so that the next to ask gets it. */
  refresh: () => Promise<Content>;
}

/**
 * Reads the content folder when it is first asked for, and holds what it read: tree, checks, pages and
 * bulletins of one build come from the same bytes.
 */
export function holdContent(folder: string): HeldContent {
  let reading: Promise<Content> | undefined;
  const texts = new Map<string, readonly Flow[]>();
  const read = async () => {
    const content = await readContent(folder);
    texts.clear();
    for (const { file, body } of allDocuments(content)) texts.set(file, body);
    return content;
  };
  return {
    content: () => (reading ??= read()),
    text: (file) => {
      const text = texts.get(file);
      if (text) return text;
      throw new Error(
        `${file} was compiled and never read: only documents of the content folder are.`,
      );
    },
    refresh: () => (reading = read()),
  };
}
