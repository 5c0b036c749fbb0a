import { write } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../../disk/error-code.ts';

/** What is kept of one request: nothing that names a person, and no token or query. */
export interface RequestLine {
  /** When it was answered, ISO 8601 in UTC. */
  time: string;
  method: string;
  /** The path of a page that is there, or the form of an address: "/unsubscribe/:token". */
  route: string;
  /** 499 where whoever asked went away before the answer. */
  status: number;
  /** From the headers to the last byte handed over. */
  milliseconds: number;
}

/** In characters. Where the reader of the log is so far behind, lines are dropped and counted. */
const mostWaiting = 4 * 1_048_576;
/** In milliseconds; what comes in between is written at once. */
const pause = 100;

/** Writes lines of JSON to a file that is open, and never holds anybody up for it. */
export function requestLog(file: number) {
  let waiting = '';
  let dropped = 0;
  let writing: Promise<void> | undefined;

  const writeAll = async () => {
    await wait(pause);
    while (waiting !== '') {
      const bytes = Buffer.from(waiting);
      waiting =
        dropped > 0 ? `${JSON.stringify({ time: new Date().toISOString(), dropped })}\n` : '';
      dropped = 0;
      await writeWhole(file, bytes);
    }
    writing = undefined;
  };

  return {
    add: (line: RequestLine): void => {
      if (waiting.length > mostWaiting) dropped += 1;
      else waiting += `${JSON.stringify(line)}\n`;
      writing ??= writeAll();
    },
    /** Waits until what was added is written. */
    flush: async (): Promise<void> => {
      await writing;
    },
  };
}

async function writeWhole(file: number, bytes: Buffer): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    const { error, written } = await writeSome(file, bytes, at);
    at += written;
    // A full pipe is tried again; where nobody can ever read, there is no log.
    if (error && errorCode(error) === 'EAGAIN') await wait(pause);
    else if (error) return;
  }
}

const writeSome = (file: number, bytes: Buffer, from: number) =>
  new Promise<{ error: Error | null; written: number }>((resolve) => {
    write(file, bytes, from, bytes.length - from, null, (error, written) =>
      resolve({ error, written: error ? 0 : written }),
    );
  });
