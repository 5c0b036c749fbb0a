import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { neededPages } from '../content/integrity/check-own-pages.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * The pages that every page and bulletin leads to, and that nobody wrote.
 * @param folder the content folder
 */
export const missingPages = ({ pages }: Content, folder: string): Problem[] =>
  neededPages
    .filter((name) => !pages.some(({ id }) => id === name))
    .map((name) => ({
      file: join(folder, `pages/${name}.mdx`),
      expected: 'a page to which every page and bulletin leads',
      found: 'no such file',
      remedy:
        'Write it: its title, summary, lead and order between two lines of three hyphens, and its text.',
    }));
