import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { allDocuments } from '../content/content.ts';
import type { ContentSource } from '../content/site-content.ts';

const name = 'panui:documents';
/** The id of the module that lists all documents. */
export const documentList = `\0${name}`;

/**
 * Serves the compiled modules of all documents as one: `documents` imports each by its file. In a build
 * they stand in one chunk, which takes half the time of a chunk each; while developing each is compiled
 * when it is first shown.
 * @param folder the content folder
 */
export function documentModules(folder: string, source: ContentSource): Plugin {
  let isBuild = true;
  return {
    name: 'panui-documents',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === name ? documentList : undefined),
    async load(id) {
      // The text was read with all others; its module only names it.
      if (id.startsWith(folder + sep) && id.endsWith('.mdx')) return '';
      if (id !== documentList) return undefined;
      const files = allDocuments(await source.content()).map(({ file }) => file);
      return isBuild ? allAtOnce(files) : oneByOne(files);
    },
  };
}

const quoted = (text: string) => JSON.stringify(text);

const allAtOnce = (files: readonly string[]) => `
${files.map((file, at) => `import d${at} from ${quoted(file)};`).join('\n')}
const all = new Map([${files.map((file, at) => `[${quoted(file)}, d${at}]`).join(',\n')}]);
export const compiled = (file) => Promise.resolve(all.get(file));
`;

const oneByOne = (files: readonly string[]) => `
const all = new Map([${files.map((file) => `[${quoted(file)}, () => import(${quoted(file)})]`).join(',\n')}]);
export const compiled = async (file) => (await all.get(file)?.())?.default;
`;
