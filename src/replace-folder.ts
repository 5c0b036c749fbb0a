import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder anew: `write` fills a fresh one beside it, which then takes its place. If anything
 * fails, the folder stays, or comes back, as it was.
 * @param mode the permissions of the folder, such as 0o755
 */
export async function replaceFolder(
  folder: string,
  mode: number,
  write: (fresh: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await write(fresh);
    await chmod(fresh, mode);
    await takePlace(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function takePlace(fresh: string, folder: string): Promise<void> {
  const away = `${fresh}-replaced`;
  const stood = await rename(folder, away).then(
    () => true,
    () => false,
  );
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (stood) await rename(away, folder);
    throw error;
  }
  if (stood) await rm(away, { recursive: true, force: true });
}
