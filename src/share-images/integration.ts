import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { paths } from '../content/paths.ts';
import { builtPages } from '../hosting/built-pages.ts';
import { shareImage } from './share-image.ts';

/** Draws the picture of every page that Astro has built, from the title that the page gives itself. */
export function shareImages(): AstroIntegration {
  return {
    name: 'panui-share-images',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        let count = 0;
        for (const { path, html } of await builtPages(out)) {
          const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
          if (title === undefined) continue;
          const file = join(out, paths.shareImage(path));
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, shareImage(decoded(title)));
          count += 1;
        }
        logger.info(`${count} share images`);
      },
    },
  };
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of an attribute as Astro writes it. */
const decoded = (html: string) =>
  html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (entity, name: string) => named[name] ?? entity);
