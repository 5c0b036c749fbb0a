import type { Content } from '../../content/content.ts';
import { gatherer } from '../../content/reading/read-content.ts';
import type { Problem } from '../../problems/problem.ts';

/** What the content folder holds at a moment. */
export interface Shelf {
  /** The absolute path of the content folder. */
  folder: string;
  content: Content;
  /** What cannot be read of it. */
  problems: readonly Problem[];
  /** What it is known by: other where any file is another. */
  stamp: string;
}

/**
 * A look at the content folder, as often as somebody wants one: only what has changed is read again.
 * @returns looks; throws {BadInput} where there is no folder, or its site.yaml cannot be used
 */
export function lookAtContent(folder: string): () => Promise<Shelf> {
  const gather = gatherer(folder);
  let last: Promise<unknown> = Promise.resolve();
  const look = async () => {
    const { content, problems } = await gather();
    const stamp = [...content.read].map(([file, { sum }]) => `${file} ${sum}`).join('\n');
    return { folder, content, problems, stamp };
  };
  // One after the other: two at once would each read everything.
  return () => {
    const next = last.then(look, look);
    last = next.catch(() => undefined);
    return next;
  };
}
