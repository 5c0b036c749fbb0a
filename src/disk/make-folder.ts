import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { BadInput } from '../problems/problem.ts';

/** A folder that a setting names. */
export interface FolderOrder {
  /** To complete "Expected …". */
  expected: string;
  /** The setting, such as PANUI_DATA. */
  setting: string;
}

/**
 * Makes a folder, which only its owner can read, and those above it where there are none.
 * @throws {BadInput} when it cannot be made
 */
export function makeFolder(folder: string, order: FolderOrder): void {
  inWords(folder, order, () => makeMissing(folder, 0o700));
}

/**
 * Makes the folders above one that is to be put in place as a whole, and tries whether it can be.
 * @throws {BadInput} when it cannot
 */
export function makeRoomFor(folder: string, order: FolderOrder): void {
  inWords(folder, order, () => {
    makeMissing(dirname(folder), 0o777);
    rmdirSync(mkdtempSync(join(dirname(folder), `.${basename(folder)}-`)));
  });
}

/* One by one: `recursive` tries for ever where a folder says that it is not there, as under /proc. */
function makeMissing(folder: string, mode: number): void {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return;
  if (dirname(folder) !== folder) makeMissing(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function inWords(file: string, { expected, setting }: FolderOrder, work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = errorCode(error);
    if (!(error instanceof Error) || code === undefined) throw error;
    const inTheWay = code === 'EEXIST' && Reflect.get(error, 'path') !== file;
    const found = faults[inTheWay ? 'ENOTDIR' : code] ?? `a place where none can be made (${code})`;
    const remedy = `Set ${setting} to a folder of its own that you may write to.`;
    throw new BadInput([{ file, expected, found, remedy }]);
  }
}

const faults: Record<string, string> = {
  EEXIST: 'a file, or a link that leads nowhere',
  ENOTDIR: 'a file in the way to it, or a link that leads nowhere',
  EACCES: 'a place that you may not write to',
  EPERM: 'a place that you may not write to',
  EROFS: 'a disk that cannot be written to',
  ENOSPC: 'a disk that is full',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'a name that is too long',
};
