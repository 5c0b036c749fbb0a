import { neededPages } from '../../content/integrity/check-own-pages.ts';

/** The pages of a site's own that it cannot be built without, by path, each as short as can be. */
export const ownPages: Readonly<Record<string, string>> = Object.fromEntries(
  neededPages.map((name, at) => [
    `pages/${name}.mdx`,
    `---\ntitle: The page on ${name}\nsummary: What it says.\nlead: It says this.\norder: ${at + 1}\n---\n\nWords.\n`,
  ]),
);
