import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { paths } from '../content/paths.ts';
import type { BuiltPage } from '../hosting/built-pages.ts';
import { shareImage } from './share-image.ts';

/** Gives the picture for a title. */
export type PictureOf = (title: string) => Buffer;

/** Draws each picture once, whenever it is first asked for. */
export function drawOnce(): PictureOf {
  const drawn = new Map<string, Buffer>();
  return (title) => {
    const picture = drawn.get(title) ?? shareImage(title);
    drawn.set(title, picture);
    return picture;
  };
}

/* They wait in memory, 20 KB each. */
const mostAhead = 1500;

/** Draws the pictures of pages that are still to come, by the titles that they will have. */
export async function drawAhead(titles: readonly string[], pictureOf: PictureOf): Promise<void> {
  for (const title of titles.slice(0, mostAhead)) {
    pictureOf(title);
    // Others have work on this thread too.
    await setImmediate();
  }
}

/**
 * Writes the picture of a page, by the title that the page gives itself.
 * @param out the folder of the built site
 */
export async function writeShareImage(
  { path, title }: BuiltPage,
  pictureOf: PictureOf,
  out: string,
): Promise<void> {
  if (title === undefined) return;
  const file = join(out, paths.shareImage(path));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, pictureOf(title));
}
