import { mkdirSync } from 'node:fs';
import { BadInput } from '../problem.ts';

/**
 * Makes the folder of the store where there is none.
 * @throws {BadInput} when it cannot be one
 */
export function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, 'code')) : '';
    const found = folderFaults[code];
    if (found === undefined) throw error;
    const remedy = 'Set PANUI_DATA to a folder of its own that you may write to.';
    throw new BadInput([{ file: data, expected: 'a folder for lists and ledger', found, remedy }]);
  }
}

const folderFaults: Record<string, string> = {
  EEXIST: 'a file',
  ENOTDIR: 'a file in the way to it',
  EACCES: 'a place that you may not write to',
  EPERM: 'a place that you may not write to',
  EROFS: 'a disk that cannot be written to',
};

/** In words, the faults of a file that its owner can mend; undefined for any other error. */
export function describeFile(error: unknown): string | undefined {
  const first = error instanceof Error && error.cause ? error.cause : error;
  const code = first instanceof Error ? Reflect.get(first, 'errcode') : undefined;
  if (code === 26) return 'a file that is not a SQLite database';
  if (code === 11) return 'a damaged SQLite database';
  if (code === 14) return 'a file that cannot be opened';
  return undefined;
}

/** Faults that come from around the store while it works, and what to do about them. */
const faults: Record<number, string> = {
  5: 'another program has kept the store locked for 10 seconds; end it, then run the same command again',
  8: 'the store cannot be written to; check who owns the data folder, then run the same command again',
  10: 'the disk cannot be read or written; check it, then run the same command again',
  11: 'the store is damaged; restore it from a backup, then run the same command again',
  13: 'the disk is full; make room, then run the same command again',
};

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
