import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of the built site that readers are meant to find. */
export interface BuiltPage {
  /** From the root of the site: "/guidance/". */
  path: string;
  html: string;
}

/** The pages that a build has written, in the order of their addresses; bulletins and hidden pages (404) left out. */
export async function builtPages(out: string): Promise<BuiltPage[]> {
  const files = (await Array.fromAsync(glob('**/*.html', { cwd: out })))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('bulletins/'))
    .toSorted();
  const pages: BuiltPage[] = [];
  for (const file of files) {
    const html = await readFile(join(out, file), 'utf8');
    if (html.includes('<meta name="robots" content="noindex"')) continue;
    pages.push({ path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html });
  }
  return pages;
}
