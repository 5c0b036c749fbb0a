import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { neededPages } from '../content/integrity/check-own-pages.ts';
import { BadInput } from '../problems/problem.ts';

/**
 * Holds the content to have the pages that every page and bulletin leads to.
 * @param folder the content folder
 * @throws {BadInput} naming each that is missing
 */
export function expectOwnPages({ pages }: Content, folder: string): void {
  const missing = neededPages.filter((name) => !pages.some(({ id }) => id === name));
  if (missing.length === 0) return;
  throw new BadInput(
    missing.map((name) => ({
      file: join(folder, `pages/${name}.mdx`),
      expected: 'a page to which every page and bulletin leads',
      found: 'no such file',
      remedy:
        'Write it: its title, summary, lead and order between two lines of three hyphens, and its text.',
    })),
  );
}
