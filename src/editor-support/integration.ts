import type { AstroIntegration } from 'astro';
import { blockTypes } from './block-types.ts';
import { writeListSchemas } from './write-list-schemas.ts';

/**
 * Leaves in `.astro`, whenever Astro starts, builds or syncs, what editors have to know to help an
 * author: the types of the blocks, and the schemas of the lists, where `.vscode/settings.json` finds
 * them. Astro itself leaves the schemas of front matter (`experimental.contentIntellisense`).
 */
export const editorSupport = (): AstroIntegration => ({
  name: 'editor-support',
  hooks: {
    'astro:config:setup': ({ createCodegenDir }) => writeListSchemas(createCodegenDir()),
    'astro:config:done': ({ injectTypes }) => {
      injectTypes({ filename: 'blocks.d.ts', content: blockTypes() });
    },
  },
});
