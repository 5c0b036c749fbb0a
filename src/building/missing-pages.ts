import { dirname, join, relative } from 'node:path';
import type { Content } from '../content/content.ts';
import { neededPages } from '../content/integrity/check-own-pages.ts';
import { readText } from '../content/reading/read-text.ts';
import { draftLine } from '../document/yaml/draft-line.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * The pages that every page and bulletin leads to, and that nobody wrote or that are drafts still.
 * @param pages those that the build shows
 * @param folder the content folder
 */
export async function missingPages(
  { pages }: Pick<Content, 'pages'>,
  folder: string,
): Promise<Problem[]> {
  const missing = neededPages.filter((name) => !pages.some(({ id }) => id === name));
  return Promise.all(missing.map((name) => missingPage(join(folder, `pages/${name}.mdx`))));
}

async function missingPage(file: string): Promise<Problem> {
  const line = draftLine((await readText(file, [])) ?? '');
  const expected = 'a page to which every page and bulletin leads';
  if (line === undefined) {
    return {
      file,
      expected,
      found: 'no such file',
      remedy:
        'Write it: its title, summary, lead and order between two lines of three hyphens, and its text.',
    };
  }
  // Of the folder: what is wrong in a draft keeps nothing from being built, and this does.
  return {
    file: dirname(file),
    expected,
    found: `a draft of it, which is not published: ${relative(process.cwd(), file)}:${line}`,
    remedy: 'Take "state: draft" out there once it is ready: no site is built without this page.',
  };
}
