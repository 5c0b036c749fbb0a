import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '../../problems/problem.ts';

/*
 * SQLite takes a file that is gone or empty for a new database, without a word, and deletes the
 * write-ahead log beside it. A store that was used and then lost would so begin anew: everybody who
 * unsubscribed would come back with the next import, and what went out could go out again.
 */

/** What a folder that was asked for a store shows of an earlier one. */
export interface Traces {
  /** What lies there that only a store leaves; undefined where nothing does. */
  found: string | undefined;
}

/** Says that a store was begun here. It is written once the store has its tables. */
const mark = 'panui.db.begun';

const markText = `The lists and the ledger of Pānui stand in panui.db beside this file.
If panui.db is gone or empty, restore it from a backup. To begin anew, move this whole folder away.
`;

/**
 * Looks for traces of a store; messages that are tests are none, since they need no store. Call it before
 * the file of the store is looked at: another process that begins the store at this moment leaves traces
 * only when the file is no longer empty.
 */
export function findTraces(data: string): Traces {
  const traces = [
    existsSync(join(data, mark)) && 'the mark of a store that was begun',
    sizeOf(join(data, 'panui.db-wal')) > 0 && 'a log of changes to a store',
    ...['journal', 'records', 'outbox'].map(
      (name) => names(join(data, name)).some((one) => one !== 'tests') && `files in ${name}`,
    ),
  ].filter((trace) => trace !== false);
  return { found: traces.length > 0 ? traces.join(', ') : undefined };
}

/** Leaves the mark of a store that was begun. */
export function leaveMark(data: string): void {
  try {
    writeFileSync(join(data, mark), markText, { flag: 'wx', mode: 0o600 });
  } catch {
    // It is there already; or it cannot be written, and the next command tries again.
  }
}

/* The smallest index of a log (sqlite.org/walformat.html, 2.1). */
const wholeIndex = 32_768;

/* No whole header of a SQLite file. */
const emptyBelow = 100;

/**
 * Refuses a file that SQLite would take for a new database where there are traces of an earlier one,
 * and a store whose log of changes was taken away. Nothing is changed.
 * @throws {BadInput}
 */
export function refuseLostStore(data: string, { found }: Traces): void {
  const file = join(data, 'panui.db');
  const size = sizeOf(file);
  if (found !== undefined && size < emptyBelow) {
    throw lostStore(file, existsSync(file) ? 'an empty file' : 'no file', found);
  }
  // SQLite makes its index of the log after the log and deletes it before. On a full disk it makes only a
  // piece of one, of which nothing was ever in use.
  const beside = names(data);
  const isAlone = beside.includes('panui.db-shm') && !beside.includes('panui.db-wal');
  if (isAlone && sizeOf(join(data, 'panui.db-shm')) >= wholeIndex) {
    throw new BadInput([
      {
        file,
        expected: 'the log of its last changes beside it, panui.db-wal',
        found: 'none, though the index of one is there: the last changes are lost',
        remedy:
          'Bring panui.db-wal back. If it is gone, restore panui.db from a backup and remove panui.db-shm.',
      },
    ]);
  }
}

/** The refusal of a store that was lost. */
export const lostStore = (file: string, instead: string, traces: string) =>
  new BadInput([
    {
      file,
      expected: 'the store that was begun in this folder',
      found: `${instead}, beside ${traces}`,
      remedy:
        'Restore the file from a backup. To begin anew with empty lists, move the whole folder away: then nobody knows who unsubscribed, or what was sent.',
    },
  ]);

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // There is none, or it is not a folder.
    return [];
  }
};
