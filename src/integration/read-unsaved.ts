import type { Content } from '../content/content.ts';
import { withUnsaved } from '../content/reading/unsaved.ts';
import { BadInput, type Problem } from '../problems/problem.ts';

/**
 * Reads the content with texts that are not saved. Of those that cannot be read, since somebody is in the middle of a
 * word, what is saved is read instead: nobody else's page goes away for it.
 * @returns the content, and what was wrong with each text that was left out
 * @throws {BadInput} where what is saved cannot be read either
 */
export async function readUnsaved(
  unsaved: ReadonlyMap<string, string>,
  read: () => Promise<Content>,
): Promise<{ content: Content; problems: Problem[] }> {
  const texts = new Map(unsaved);
  const problems: Problem[] = [];
  for (;;) {
    try {
      return { content: await withUnsaved(texts, read), problems };
    } catch (error) {
      if (!(error instanceof BadInput) || texts.size === 0) throw error;
      const own = error.problems.filter(({ file }) => texts.has(file));
      problems.push(...(own.length > 0 ? own : error.problems));
      // What is wrong elsewhere may be so because of any of them, such as a heading that is gone.
      if (own.length === 0) texts.clear();
      for (const { file } of own) texts.delete(file);
    }
  }
}
