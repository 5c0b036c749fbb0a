import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { answerMessage, ended, type Answer, type Question, type ThreadData } from './questions.ts';

/** A thread that owns a connection, and is asked one question after the other. */
export interface AskedThread {
  /** Waits for the answer, on this very thread. */
  ask(question: Question): Answer;
  close(): void;
}

/** No answer within this time means that the thread itself is gone; it has shorter limits of its own. */
const longest = 15 * 60_000;

/** How long one waits to be told of the answer before one looks, in milliseconds. */
const look = 1000;

/**
 * Begins a thread for one connection to PostgreSQL. Who asks stands still until the answer is there, as with
 * an embedded store: nothing else of this program comes between the statements of a transaction.
 */
export function beginThread(url: string, mode: ThreadData['mode']): AskedThread {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const shared = new SharedArrayBuffer(4);
  const answered = new Int32Array(shared);
  const workerData: ThreadData = { url, mode, port: theirs, shared };
  const thread = new Worker(new URL('connection-thread.ts', import.meta.url), {
    workerData,
    transferList: [theirs],
  });
  // A program ends when its work is done, whether or not it closed its store.
  thread.unref();
  ours.unref();
  thread.on('error', () => undefined);
  return {
    ask: (question) => {
      if (Atomics.compareExchange(answered, 0, 1, 0) === ended) throw gone();
      ours.postMessage(question);
      const until = Date.now() + longest;
      for (;;) {
        // It may also wake by the end of the answer before, and then there is none yet.
        Atomics.wait(answered, 0, 0, look);
        const received = receiveMessageOnPort(ours);
        if (received) return answerMessage.parse(received.message);
        if (Atomics.load(answered, 0) === ended || Date.now() > until) throw gone();
        // Seldom, a thread that is asked sleeps on; another message wakes it.
        if (Atomics.load(answered, 0) === 0) ours.postMessage({ kind: 'wake' });
      }
    },
    close: () => {
      ours.postMessage({ kind: 'close' });
      Atomics.store(answered, 0, ended);
    },
  };
}

const gone = () => new Error('the connection to the database is closed; start the program again');
