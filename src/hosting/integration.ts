import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/read-content.ts';
import { readSettings } from '../settings.ts';
import { builtPages } from './built-pages.ts';
import { azureFile, headersFile } from './header-files.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';

/** Writes what crawlers and static hosts read into the site when Astro has built it. */
export function hostingFiles(): AstroIntegration {
  return {
    name: 'panui-hosting',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { content, siteUrl } = readSettings();
        const out = fileURLToPath(dir);
        const pages = (await builtPages(out)).map(({ path }) => path);
        const write = (name: string, text: string) => writeFile(join(out, name), text);
        await write('sitemap.xml', sitemap(pages, await readContent(content), siteUrl));
        await write('robots.txt', robots(siteUrl));
        const entries = await readdir(out, { withFileTypes: true });
        const names = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`);
        await write('_headers', headersFile(names.toSorted()));
        await write('staticwebapp.config.json', azureFile());
        logger.info(`${pages.length} pages in the sitemap`);
      },
    },
  };
}
