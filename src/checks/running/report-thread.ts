import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { receiveLibrary } from './transfer-library.ts';
import { reportOnPages } from './report-on-pages.ts';
import type { ThreadAnswer, ThreadTask } from './thread-task.ts';

/* A thread that reports on pages beside the one that started it. */

// It comes from the same program: to look at each part would cost time and find nothing.
const task = z.custom<ThreadTask>((value) => typeof value === 'object' && value !== null);

const tell = (said: ThreadAnswer) => parentPort?.postMessage(said);

// What it fails of is a message too, so that the thread always ends by itself.
try {
  const { library, chosen, nextPage } = task.parse(workerData);
  await reportOnPages(receiveLibrary(library), chosen, nextPage, (number, report) =>
    tell(report ? [number, report] : [number]),
  );
} catch (failed) {
  tell({ failed });
}
