import type { Flow } from '../document/tree.ts';
import type { Content } from './content.ts';

/** The one reading of the content that everything in a process shares. */
export interface ContentSource {
  /**
   * Everything in the content folder, checked.
   * @throws {BadInput} with every problem in every file at once
   */
  content: () => Promise<Content>;
  /** The text of a document that has been read by its absolute path. */
  text: (file: string) => readonly Flow[];
}

declare global {
  /** What renders pages is bundled and has modules of its own; the integration reads for it. */
  var panuiContent: ContentSource | undefined;
}

/** Where the integration, which runs in the same process, keeps what it read. */
export function contentSource(): ContentSource {
  if (globalThis.panuiContent) return globalThis.panuiContent;
  throw new Error('Nothing was read: the integration panui() is missing in astro.config.mjs.');
}

/** The content of the site: read once a build, and anew while developing when a file has changed. */
export const siteContent = (): Promise<Content> => contentSource().content();

/** The text of one document: what its compiled module renders. */
export const documentText = (file: string): readonly Flow[] => contentSource().text(file);
