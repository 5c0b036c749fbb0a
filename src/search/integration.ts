import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/read-content.ts';
import { readSettings } from '../settings.ts';
import { gatherWaysOn } from './gather-ways-on.ts';
import { gatherWords } from './gather-words.ts';
import { knownWordsFile, writeKnownWords } from './known-words.ts';
import { searchRecords } from './records.ts';
import { waysOnFile, writeWaysOn } from './ways-on.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search index into the site when Astro has built it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'panui-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const content = await readContent(readSettings().content);
        const records = searchRecords(content);
        const files = {
          [knownWordsFile]: writeKnownWords(gatherWords(records, content)),
          [waysOnFile]: writeWaysOn(gatherWaysOn(content)),
        };
        await writeIndex(records, files, fileURLToPath(dir));
        logger.info(`${records.length} entries`);
      },
    },
  };
}
