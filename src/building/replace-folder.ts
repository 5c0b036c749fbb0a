import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder anew: `write` fills a fresh one beside it, which then takes its place in one step.
 * If `write` fails, the folder stays as it was.
 * @param mode the permissions of the new folder
 */
export async function replaceFolder(
  folder: string,
  write: (fresh: string) => Promise<void>,
  mode?: number,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, ...(mode !== undefined && { mode }) });
  const fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  const old = `${fresh}-old`;
  try {
    await write(fresh);
    const replaced = await exists(folder);
    if (replaced) await rename(folder, old);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
