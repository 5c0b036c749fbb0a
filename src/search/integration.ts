import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/read-content.ts';
import { readSettings } from '../settings.ts';
import { besideIndex } from './beside-index.ts';
import { searchRecords } from './records.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search index into the site when Astro has built it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'panui-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const content = await readContent(readSettings().content);
        const records = searchRecords(content);
        await writeIndex(records, besideIndex(records, content), fileURLToPath(dir));
        logger.info(`${records.length} entries`);
      },
    },
  };
}
