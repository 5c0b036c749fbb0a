import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { publication } from '../../publication/site.ts';
import type { StorePlace } from '../../delivery/store/open-store.ts';
import type { StoreRequest } from './answer-request.ts';
import { serviceStore, StoreBusy, type ServiceStore } from './service-store.ts';
import { replyMessage, type question, type threadData } from './thread-messages.ts';

/** How long a visitor waits for another program that is writing, in milliseconds. */
export const patience = 3000;

/** So many requests wait for one thread; more would not be answered within the patience either. */
const longestQueue = 5000;

/** A store in threads; `close` ends them once what they are doing is done. */
export interface ThreadedStore extends ServiceStore {
  close(): Promise<void>;
}

/**
 * The store at a place, in two threads with a connection each: who reads never waits for
 * a writer (WAL), and who writes waits here for other programs, but never longer than `patience`. The threads
 * begin now and, should one die, anew with the next request. The store has to be there.
 */
export function threadedStore(place: StorePlace, wait: number = patience): ThreadedStore {
  const reader = storeThread(place, 'read', wait);
  const writer = storeThread(place, 'write', wait);
  return {
    ...serviceStore(reader.ask, writer.ask),
    close: async () => void (await Promise.all([reader.close(), writer.close()])),
  };
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

function storeThread(place: StorePlace, mode: 'read' | 'write', wait: number) {
  const waiting = new Map<number, Waiting>();
  let count = 0;

  const settle = (id: number, use: (one: Waiting) => void) => {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    use(one);
  };
  const failAll = (message: string) => {
    for (const id of waiting.keys()) settle(id, ({ reject }) => reject(new Error(message)));
  };
  const begin = () => {
    const workerData: z.input<typeof threadData> = {
      place: { data: place.data, databaseUrl: place.databaseUrl },
      mode,
      publication: publication(),
    };
    const begun = new Worker(new URL('store-thread.ts', import.meta.url), { workerData });
    begun.on('message', (message: unknown) => {
      const { id, reply } = replyMessage.parse(message);
      settle(id, ({ resolve, reject }) => {
        if (reply.kind === 'answer') resolve(reply.answer);
        else reject(reply.kind === 'busy' ? new StoreBusy() : new Error(reply.message));
      });
    });
    begun.on('error', (error) => failAll(`a thread of the store ended: ${String(error)}`));
    begun.once('exit', () => {
      if (thread === begun) thread = undefined;
      failAll('a thread of the store ended');
    });
    // A program that fails before it serves ends all the same.
    begun.unref();
    return begun;
  };
  let thread: Worker | undefined = begin();

  return {
    ask: (request: StoreRequest) =>
      new Promise<unknown>((resolve, reject) => {
        if (waiting.size >= longestQueue) return reject(new StoreBusy());
        thread ??= begin();
        const id = (count += 1);
        // The thread itself gives up in time, unless it stands still in one long statement.
        const late = () => settle(id, (one) => one.reject(new StoreBusy()));
        waiting.set(id, { resolve, reject, timer: setTimeout(late, wait + 500) });
        const message: z.input<typeof question> = { id, deadline: Date.now() + wait, request };
        thread.postMessage(message);
      }),
    close: () =>
      new Promise<void>((resolve) => {
        if (!thread) return resolve();
        thread.ref();
        thread.once('exit', () => resolve());
        thread.postMessage('close');
      }),
  };
}
