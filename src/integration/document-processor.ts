import { satteri } from '@astrojs/markdown-satteri';
import type mdx from '@astrojs/mdx';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allDocumentsId } from './document-modules.ts';

type Processor = NonNullable<NonNullable<Parameters<typeof mdx>[0]>['processor']>;

/* The type of the site's own modules, which bundlers resolve from any folder. */
const siteContent = fileURLToPath(new URL('../content/site-content.ts', import.meta.url));

/**
 * Compiles MDX for `@astrojs/mdx`. A document of the content folder becomes a module that names it and
 * nothing more: its text was parsed into the closed tree and checked with all others, so nothing that an
 * author wrote becomes code. A page under `src/pages` is a developer's own, and has all of MDX.
 * @param folder the content folder
 */
export function documentProcessor(folder: string): Processor {
  const developers = satteri();
  return {
    ...developers,
    name: 'panui',
    async createMdxRenderer(shared, options) {
      const pages = await developers.createMdxRenderer?.(shared, options);
      return {
        async process(content, file, frontMatter) {
          if (file === allDocumentsId) return { code: moduleOfAll, astroMetadata: nothing };
          if (file.startsWith(folder + sep))
            return { code: moduleOf(file), astroMetadata: nothing };
          if (!pages) throw new Error('The Markdown processor of Astro compiles no MDX.');
          return pages.process(content, file, frontMatter);
        },
      };
    },
  };
}

const imports = `import { jsx } from 'astro/jsx-runtime';
import { documentText } from ${JSON.stringify(siteContent)};
export const frontmatter = {};`;

/** The module of a document: the wrapper of the set of components it is given renders its text. */
const moduleOf = (file: string) => `${imports}
export default function MDXContent(props) {
  return jsx(props.components.wrapper, { ...props, nodes: documentText(${JSON.stringify(file)}) });
}
`;

/**
 * The module of all documents: `documentOf` gives what the module of one exports. `Content` is what
 * `@astrojs/mdx` exports of every module that it compiles.
 */
const moduleOfAll = `${imports}
import { __astro_tag_component__ } from 'astro/runtime/server/index.js';
export default function MDXContent({ file, ...props }) {
  return jsx(props.components.wrapper, { ...props, nodes: documentText(file) });
}
export function documentOf(file) {
  const Document = (props) => Content({ ...props, file });
  __astro_tag_component__(Document, 'astro:jsx');
  return Document;
}
`;

const nothing = {
  hydratedComponents: [],
  clientOnlyComponents: [],
  serverComponents: [],
  scripts: [],
  propagation: 'none',
  containsHead: false,
  pageOptions: {},
};
