import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from '../content/content.ts';
import type { ContentSource } from '../content/site-content.ts';
import { searchPageFiles } from '../search/index/search-page-files.ts';
import { searchRecords } from '../search/index/gather-records.ts';
import { indexFolder, writeIndex } from '../search/index/write-index.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Pagefind's own module stands in the site beside the index, not among our sources. */
export const searchModule: Plugin = {
  name: 'panui-search',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\/pagefind\/pagefind\.js$/ },
    handler: (id) => ({ id, external: true }),
  },
};

/**
 * Answers for the files of the search index while developing. The index is written when a search first
 * asks for it, and again for the first search after the content has changed.
 */
export function searchWhileDeveloping(source: ContentSource) {
  let written: { of: Content; folder: Promise<string> } | undefined;
  const folderFor = (content: Content): Promise<string> => {
    if (written?.of === content) return written.folder;
    if (written) void remove(written.folder);
    const begun = { of: content, folder: write(content) };
    written = begun;
    // Who asked hears of it; the next to ask has it tried again.
    begun.folder.catch(() => {
      if (written === begun) written = undefined;
    });
    return begun.folder;
  };
  return {
    /** The address under which the index stands. */
    path: `/${indexFolder}`,
    async answer(request: IncomingMessage, response: ServerResponse, next: () => void) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!/^\/[\w./-]+$/.test(pathname) || pathname.includes('..')) return next();
      const file = join(await folderFor(await source.content()), indexFolder, pathname);
      // It may have gone with the content it was made of.
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) return next();
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('Cache-Control', 'no-store');
      response.end(bytes);
    },
    /** Removes what was written. */
    async end() {
      if (written) await remove(written.folder);
    },
  };
}

/** Nobody waits for this, so that it never fails: an index that was not written leaves nothing to remove. */
const remove = (written: Promise<string>): Promise<void> =>
  written.then((folder) => rm(folder, { recursive: true, force: true })).catch(() => undefined);

async function write(content: Content): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-search-'));
  const records = searchRecords(content);
  await writeIndex(records, () => searchPageFiles(records, content), folder);
  return folder;
}
