import { statfsSync } from 'node:fs';
import { isDatabaseBusy } from './postgres/postgres-faults.ts';

interface FileFault {
  found: string;
  /** What to do, where a backup is no help. */
  remedy?: string;
}

/** In words, the faults of a file that its owner can mend; undefined for any other error. */
export function describeFile(error: unknown): FileFault | undefined {
  const first = error instanceof Error && error.cause ? error.cause : error;
  const code = first instanceof Error ? Number(Reflect.get(first, 'errcode')) : Number.NaN;
  return fileFaults[code & 0xff];
}

const remedy =
  'Check who owns it and its folder, or set PANUI_DATA to a folder that you may write to.';

/* By the primary result code: what is added to it says only where SQLite noticed (sqlite.org/rescode.html). */
const fileFaults: Record<number, FileFault> = {
  8: { found: 'a file that cannot be written to', remedy },
  11: { found: 'a damaged SQLite database' },
  14: { found: 'a file that cannot be opened or made', remedy },
  26: { found: 'a file that is not a SQLite database' },
};

export const movedAway =
  'the store was moved, replaced or deleted while this program had it open; nothing was written. Start the program again';

export const mayNotBeWritten =
  'the store cannot be written to; check who owns the data folder, then run the same command again';
export const diskFull = 'the disk is full; make room, then run the same command again';

/** Faults that come from around the store while it works, and what to do about them. */
const faults: Record<number, string> = {
  5: 'another program has kept the store locked for 10 seconds; end it, then run the same command again',
  8: mayNotBeWritten,
  10: 'the disk cannot be read or written; check it, then run the same command again',
  11: 'the store is damaged; restore it from a backup, then run the same command again',
  13: diskFull,
};

/** The result code of SQLite in an error, without what was added to it; NaN for any other error. */
const codeOf = (error: unknown): number => {
  const first = error instanceof Error && error.cause ? error.cause : error;
  return (first instanceof Error ? Number(Reflect.get(first, 'errcode')) : Number.NaN) & 0xff;
};

/* Read-only, an error of the disk, cannot be opened, full. */
const hindersWriting = new Set([8, 10, 13, 14]);

/**
 * Why a store could not be opened that may still be read: no room, or no right to write. Undefined for
 * every other fault. SQLite says "full" only of some of its files, so the disk is asked.
 */
export function describeBlocked(error: unknown, data: string): string | undefined {
  if (!hindersWriting.has(codeOf(error))) return undefined;
  const { bavail, bsize } = statfsSync(data);
  if (codeOf(error) === 13 || bavail * bsize < needed) return diskFull;
  return codeOf(error) === 10 ? faults[10] : mayNotBeWritten;
}

/** An open store has a log and an index of it, in bytes. */
const needed = 65_536;

/** Does `work`, and says in words what went wrong around the store. Nothing of the change stays. */
export function inWords<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error ? Number(Reflect.get(error, 'errcode')) : Number.NaN;
    const words = faults[code & 0xff];
    if (words === undefined) throw error;
    throw new Error(words, { cause: error });
  }
}

/** Whether an error says only that another program is writing (SQLITE_BUSY), so that trying again helps. */
export function isBusy(error: unknown): boolean {
  if (isDatabaseBusy(error)) return true;
  const first = error instanceof Error && error.cause ? error.cause : error;
  return first instanceof Error && (Number(Reflect.get(first, 'errcode')) & 0xff) === 5;
}
