import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isBusy } from '../../delivery/store/store-faults.ts';
import { openForReading, openStore } from '../../delivery/store/open-store.ts';
import type { Store } from '../../delivery/store/store.ts';
import { usePublication } from '../../publication/site.ts';
import { answerRequest, type StoreRequest } from './answer-request.ts';
import { question, type Reply, threadData } from './thread-messages.ts';

/* A thread with a connection of its own to the store. It answers one request after the other. */

const { place, mode, publication } = threadData.parse(workerData);
usePublication(publication);

/** Between two tries for the lock, in milliseconds: SQLite itself waits up to 100, and then comes too late. */
const pause = 1;

let opened: { store: Store; file: string } | undefined;

/**
 * Opened by the first request, and again where that failed or where another file stands in its place: a store may be
 * put right, or be replaced by a backup, while the service runs.
 */
function openOnce(): Store {
  const file = fileNow();
  if (opened?.file === file) return opened.store;
  opened?.store.close();
  opened = undefined;
  const store = mode === 'read' ? openForReading(place) : openStore(place);
  try {
    // A store that can only be read for now is opened again, so that this thread never waits in SQLite.
    if (mode === 'write') store.waitAtMost(0);
  } catch (error) {
    store.close();
    throw error;
  }
  opened = { store, file: fileNow() };
  return store;
}

/** Which file an embedded store is; a database that is replaced ends its connections by itself. */
function fileNow(): string {
  if (place.databaseUrl !== undefined) return '';
  const found = statSync(join(place.data, 'panui.db'), { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.dev} ${found.ino}`;
}

/** Tries until the moment by which an answer is of use, in milliseconds since 1970. */
async function answerBy(deadline: number, request: StoreRequest): Promise<Reply> {
  for (;;) {
    if (Date.now() > deadline) return { kind: 'busy' };
    try {
      return { kind: 'answer', answer: answerRequest(openOnce(), request) };
    } catch (error) {
      if (!isBusy(error)) return { kind: 'fault', message: wordsOf(error) };
      await wait(pause);
    }
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const questions: z.output<typeof question>[] = [];
let answering = false;

async function answerAll(): Promise<void> {
  answering = true;
  for (let next = questions.shift(); next; next = questions.shift()) {
    const reply = await answerBy(next.deadline, next.request);
    parentPort?.postMessage({ id: next.id, reply });
  }
  answering = false;
}

parentPort?.on('message', (message: unknown) => {
  if (message === 'close') {
    opened?.store.close();
    process.exit();
  }
  questions.push(question.parse(message));
  if (!answering) void answerAll();
});
