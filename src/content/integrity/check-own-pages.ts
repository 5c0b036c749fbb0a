import type { Problem } from '../../problems/problem.ts';
import type { Content } from '../content.ts';
import { paths } from '../paths.ts';

/** The pages that every other page and bulletin leads to. */
export const neededPages = ['accessibility', 'privacy', 'copyright', 'contacts'] as const;

/** Addresses of the site that no page of its own may take. */
const taken: ReadonlySet<string> = new Set(
  Object.values(paths).flatMap((path) =>
    typeof path === 'string' && !neededPages.some((id) => path === paths.ownPage(id)) ? [path] : [],
  ),
);

/** The site's own pages stand at its top, where parts of the site have their addresses too. */
export function checkOwnPages({ pages }: Content, problems: Problem[]): void {
  for (const { id, file } of pages) {
    if (!taken.has(paths.ownPage(id))) continue;
    problems.push({
      file,
      expected: 'a name that no part of the site has',
      found: `${id}, and ${paths.ownPage(id)} is the address of a part of the site`,
      remedy: 'Give the file another name: the name is the address of the page.',
    });
  }
}
