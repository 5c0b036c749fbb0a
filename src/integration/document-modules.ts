import { sep } from 'node:path';
import type { Plugin, Rollup } from 'vite';
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
  const known = new Map<string, Promise<Rollup.ResolvedId | null>>();
  const isDocument = (id: string) => id.startsWith(folder + sep) && id.endsWith('.mdx');
  return {
    name: 'panui-documents',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    // The filters spare every other module a call from the bundler, which is native code.
    resolveId: {
      filter: { id: [/^panui:documents$/, /\.mdx$/, /^astro\//, /site-content\.ts$/] },
      async handler(id, importer) {
        if (id === name) return documentList;
        if (isDocument(id)) return id;
        if (importer === undefined || !isDocument(importer)) return undefined;
        // All documents import the same few modules.
        const found = known.get(id) ?? this.resolve(id, importer, { skipSelf: true });
        known.set(id, found);
        return found;
      },
    },
    load: {
      filter: { id: [/panui:documents$/, /\.mdx$/] },
      async handler(id) {
        // The text was read with all others; its module only names it.
        if (isDocument(id)) return '';
        if (id !== documentList) return undefined;
        const files = allDocuments(await source.content()).map(({ file }) => file);
        return isBuild ? allAtOnce(files) : oneByOne(files);
      },
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
