import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { lists } from '../content/collections.ts';
import { jsonSchemaOf } from '../schemas/json-schema.ts';
import { blockTypes } from './block-types.ts';

/**
 * Leaves for editors what they have to know to help an author, whenever Astro starts, builds or syncs:
 * the types of the blocks, and the schema of each list of `content/` as `<list>.schema.json`, where
 * `.vscode/settings.json` finds it. Astro itself leaves the schemas of front matter
 * (`experimental.contentIntellisense`).
 */
export const editorSupport = (): AstroIntegration => ({
  name: 'editor-support',
  hooks: {
    'astro:config:setup': async ({ createCodegenDir }) => {
      const folder = createCodegenDir();
      await Promise.all(
        Object.entries(lists).map(([file, schema]) =>
          writeFile(
            new URL(file.replace(/\.yaml$/, '.schema.json'), folder),
            `${JSON.stringify(jsonSchemaOf(schema), undefined, 2)}\n`,
          ),
        ),
      );
    },
    'astro:config:done': ({ injectTypes }) => {
      injectTypes({ filename: 'blocks.d.ts', content: blockTypes() });
    },
  },
});
