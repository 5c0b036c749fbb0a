import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../disk/error-code.ts';
import { BadInput } from '../problems/problem.ts';

/**
 * Makes a new file, and its folder where that is missing. Nobody ever sees it half written, and of
 * two who make it at once one is refused: it is written under another name, and then given this one.
 * @returns whether it was made; not, where there is a file of this name already
 * @throws {BadInput} where no file can be made
 */
export async function createFile(file: string, text: string): Promise<boolean> {
  const folder = dirname(file);
  const part = join(folder, `.${basename(file)}-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, text, { flag: 'wx' });
    await giveName(part, file);
    return true;
  } catch (error) {
    const code = errorCode(error);
    // Of a folder the same code says that a file stands in its place.
    if (code === 'EEXIST' && !isAbout(error, folder)) return false;
    const found = inTheWay[code ?? ''];
    if (found === undefined) throw error;
    throw new BadInput([
      {
        file: folder,
        expected: 'a folder in which a document can be made',
        found,
        remedy: 'Put that right, or ask somebody who looks after the folder. Then try again.',
      },
    ]);
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** A rename would replace a file of this name; a second name for the same file never does. */
async function giveName(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    // Some shared and removable disks know one name for each file.
    await copyFile(part, file, constants.COPYFILE_EXCL);
  }
}

const isAbout = (error: unknown, path: string) =>
  error instanceof Error && Reflect.get(error, 'path') === path;

const refusedHere = 'one that you may not write in';
const inTheWay: Readonly<Record<string, string>> = {
  EEXIST: 'a file in its place',
  ENOTDIR: 'a file on the way to it',
  EACCES: refusedHere,
  EPERM: refusedHere,
  EROFS: refusedHere,
  ENOSPC: 'one on a disk that is full',
};
