import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { receiveContent } from '../content/reading/transfer-content.ts';
import { builtPages } from '../hosting/built-pages.ts';
import { searchPageFiles } from '../search/index/search-page-files.ts';
import { searchRecords } from '../search/index/gather-records.ts';
import { countEntries, countSearchedWords, writeIndex } from '../search/index/write-index.ts';
import { drawAhead, drawOnce, writeShareImages } from '../share-images/write-share-images.ts';

/* A thread of a build: the search index and the pictures of pages (see index-and-pictures.ts). */
const task = z.object({ content: z.unknown(), out: z.string() }).parse(workerData);
const { out } = task;
if (!parentPort) throw new Error('This is a thread of a build, and no program.');
const written = once(parentPort, 'message');

const content = receiveContent(task.content);
const records = searchRecords(content);
const pictureOf = drawOnce();
const index = writeIndex(
  records,
  () => {
    // While Pagefind needs nothing from here. Where one cannot be drawn, the page that wants it says so.
    drawAhead(
      records.map(({ title }) => title),
      pictureOf,
    ).catch(() => undefined);
    return searchPageFiles(records, content);
  },
  out,
);
// A failure waits for the pages, which are being written into the same folder.
await Promise.allSettled([index, written]);
await index;
const pages = await builtPages(out);
await writeShareImages(pages, pictureOf, out);
parentPort.postMessage({
  pages,
  words: countSearchedWords(records),
  entries: countEntries(records),
});
parentPort.close();
