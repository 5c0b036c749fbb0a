import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../disk/error-code.ts';
import { makeRoomFor } from '../disk/make-folder.ts';
import { BadInput } from '../problems/problem.ts';
import { indexFolder } from '../search/index/write-index.ts';

/**
 * Holds the folder of a build to be its own: a build replaces it whole, so it must not be somebody's
 * other work.
 * @throws {BadInput} where it holds anything else than an earlier build, or cannot be written
 */
export async function expectOwnFolder(out: string): Promise<void> {
  const names = await readdir(out).catch((error: unknown): string[] => {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    throw new BadInput([
      {
        file: out,
        expected: 'a folder for the built site',
        found: code === 'ENOTDIR' ? 'a file' : 'something that cannot be read',
        remedy: 'Set PANUI_OUT to a folder of its own.',
      },
    ]);
  });
  if (names.length > 0 && !names.includes(indexFolder)) throw otherFiles(out, names[0]);
  makeRoomFor(out, { expected: 'a folder for the built site', setting: 'PANUI_OUT' });
}

/** Removes what an earlier build left in the folder, which stays. */
export async function emptyOwnFolder(out: string): Promise<void> {
  await expectOwnFolder(out);
  const names = await readdir(out).catch(() => []);
  await Promise.all(names.map((name) => rm(join(out, name), { recursive: true, force: true })));
}

const otherFiles = (out: string, name = '') =>
  new BadInput([
    {
      file: out,
      expected: 'an empty folder, or one that an earlier build filled',
      found: `other files, such as ${name}`,
      remedy: 'Set PANUI_OUT to a folder of its own: a build replaces everything in it.',
    },
  ]);
