import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file at once, in the folders that it takes: whoever reads it gets the old bytes or the new ones, whenever
 * the program or the machine stops. One that was there keeps its permissions.
 * @param mode the permissions of a new file
 */
export async function writeWhole(file: string, text: string, mode = 0o666): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const known = await stat(file).catch(() => undefined);
  const fresh = join(dirname(file), `.${basename(file)}-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(fresh, 'wx', known?.mode ?? mode);
    try {
      await handle.writeFile(text);
      // After a power cut the new name must not stand before the new bytes.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
}
