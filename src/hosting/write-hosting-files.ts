import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import type { BuiltPage } from './built-pages.ts';
import { azureFile, headersFile } from './header-files.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';

/**
 * Writes what crawlers and static hosts read.
 * @param origin of the site
 * @param out the folder of the built site, in which everything else stands already
 */
export async function writeHostingFiles(
  pages: readonly BuiltPage[],
  content: Content,
  origin: string,
  out: string,
): Promise<void> {
  const write = (name: string, text: string) => writeFile(join(out, name), text);
  const found = pages.filter(({ title }) => title !== undefined).map(({ path }) => path);
  await write(paths.sitemap.slice(1), sitemap(found, content, origin));
  await write('robots.txt', robots(origin));
  const entries = await readdir(out, { withFileTypes: true });
  const names = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`);
  await write('_headers', headersFile(names.toSorted()));
  await write('staticwebapp.config.json', azureFile());
}
