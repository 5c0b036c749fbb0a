import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { allDocuments } from '../content/content.ts';
import type { ContentSource } from '../content/site-content.ts';

const name = 'panui:documents';
/** The id of the module that lists all documents. */
export const documentList = `\0${name}`;
/** The id of the one module of all documents in a build. */
export const allDocumentsId = `\0${name}.mdx`;

/**
 * Serves the compiled modules of all documents as one: `compiled` gives each by its file. While developing
 * each is compiled when it is first shown. In a build all are compiled as a single module: a module each,
 * which differs in a name alone, took a fifth of the time of a thousand pages.
 * @param folder the content folder
 */
export function documentModules(folder: string, source: ContentSource): Plugin {
  let isBuild = true;
  const isDocument = (id: string) => id.startsWith(folder + sep) && id.endsWith('.mdx');
  return {
    name: 'panui-documents',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    // The filters spare every other module a call from the bundler, which is native code.
    resolveId: {
      filter: { id: [/panui:documents(?:\.mdx)?$/, /\.mdx$/] },
      handler: (id) => {
        if (id === name) return documentList;
        return id === allDocumentsId || isDocument(id) ? id : undefined;
      },
    },
    load: {
      filter: { id: [/panui:documents$/, /\.mdx$/] },
      async handler(id) {
        // The text was read with all others; its module only names it.
        if (id === allDocumentsId || isDocument(id)) return '';
        if (id !== documentList) return undefined;
        if (isBuild) return allAtOnce;
        return oneByOne(allDocuments(await source.content()).map(({ file }) => file));
      },
    },
  };
}

const quoted = (text: string) => JSON.stringify(text);

const allAtOnce = `
import { documentOf } from ${quoted(allDocumentsId)};
const known = new Map();
export async function compiled(file) {
  const document = known.get(file) ?? documentOf(file);
  known.set(file, document);
  return document;
}
`;

const oneByOne = (files: readonly string[]) => `
const all = new Map([${files.map((file) => `[${quoted(file)}, () => import(${quoted(file)})]`).join(',\n')}]);
export const compiled = async (file) => (await all.get(file)?.())?.default;
`;
