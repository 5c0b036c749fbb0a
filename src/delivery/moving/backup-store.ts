import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BadInput } from '../../problems/problem.ts';
import { openEmbedded } from '../store/open-embedded.ts';
import type { Store } from '../store/store.ts';
import { copyStore } from './copy-store.ts';

/**
 * Writes a store, as it is at this moment, into one new file: an embedded store, wherever the store itself is.
 * Who works with the store goes on meanwhile.
 * @returns how many rows it holds
 * @throws {BadInput} where the file is there already
 */
export async function backupStore(store: Store, file: string): Promise<number> {
  if (existsSync(file)) throw alreadyThere(file);
  // Beside the file, so that it gets its name only once it is whole.
  const folder = await mkdtemp(join(dirname(file), '.panui-backup-'));
  try {
    const rows = copyInto(store, folder);
    await rename(join(folder, 'panui.db'), file);
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function copyInto(store: Store, folder: string): number {
  const copy = openEmbedded(folder);
  try {
    const sums = copyStore(store, copy);
    // Everything stands in the one file, and none of it in a log beside it.
    copy.script('PRAGMA journal_mode = DELETE');
    return sums.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    copy.close();
  }
}

const alreadyThere = (file: string) =>
  new BadInput([
    {
      file,
      expected: 'a file that is not there yet',
      found: 'one that is',
      remedy: 'Give the backup another name, such as one with the date.',
    },
  ]);
