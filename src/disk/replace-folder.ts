import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder anew: `write` fills a fresh one beside it, which then takes its place. If anything
 * fails, the folder stays, or comes back, as it was. What a process that was killed left half filled
 * more than an hour ago is removed.
 * @param mode the permissions of the folder, such as 0o755
 */
export async function replaceFolder(
  folder: string,
  mode: number,
  write: (fresh: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}-${process.pid}-`));
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

const anHour = 3_600_000;

/* An hour, because a process of another machine that shares the disk is not seen from here. */
async function removeLeftovers(folder: string): Promise<void> {
  const beside = dirname(folder);
  const start = `.${basename(folder)}-`;
  for (const name of await readdir(beside)) {
    const maker = /^(\d+)-/.exec(name.startsWith(start) ? name.slice(start.length) : '')?.[1];
    if (maker === undefined || isAtWork(Number(maker))) continue;
    const left = await stat(join(beside, name)).catch(() => undefined);
    if (left?.isDirectory() && Date.now() - left.mtimeMs > anHour)
      await rm(join(beside, name), { recursive: true, force: true });
  }
}

function isAtWork(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
