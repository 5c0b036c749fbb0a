import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { receiveContent } from '../content/reading/transfer-content.ts';
import { searchPageFiles } from '../search/index/search-page-files.ts';
import { searchRecords } from '../search/index/gather-records.ts';
import { countEntries, countSearchedWords, writeIndex } from '../search/index/write-index.ts';
import { drawAhead, drawOnce, writeShareImage } from '../share-images/write-share-images.ts';
import { allIsWritten } from './build-thread.ts';

/* A thread of a build: the search index and the pictures of pages (see index-and-pictures.ts). */
const task = z.object({ content: z.unknown(), out: z.string() }).parse(workerData);
const { out } = task;
if (!parentPort) throw new Error('This is a thread of a build, and no program.');
const heard = on(parentPort, 'message');
const messageSchema = z.union([
  z.literal(allIsWritten),
  z.object({ path: z.string(), title: z.union([z.string(), z.undefined()]) }),
]);

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

/** Writes the picture of each page as soon as the page is told of, until all are. */
async function writePictures(): Promise<void> {
  for await (const [told] of heard) {
    const message = messageSchema.parse(told);
    if (message === allIsWritten) return;
    await writeShareImage(message, pictureOf, out);
  }
}

// A failure of one waits for the other, which is writing into the same folder.
const [indexed, pictured] = await Promise.allSettled([index, writePictures()]);
for (const done of [indexed, pictured]) if (done.status === 'rejected') throw done.reason;
parentPort.postMessage({ words: countSearchedWords(records), entries: countEntries(records) });
parentPort.close();
