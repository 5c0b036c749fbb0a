import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { paths } from '../content/paths.ts';
import type { BuiltPage } from '../hosting/built-pages.ts';
import { inBatches } from '../in-batches.ts';
import { shareImage } from './share-image.ts';

/** Gives the picture for a title; the same one each time it is asked. */
export type PictureOf = (title: string) => Promise<Buffer>;

/** Draws the pictures of pages that are still to come, by the titles that they will have. */
export function drawAhead(titles: readonly string[]): PictureOf {
  const drawn = new Map<string, Promise<Buffer>>();
  const pictureOf = (title: string) => {
    const picture = drawn.get(title) ?? shareImage(title);
    drawn.set(title, picture);
    return picture;
  };
  // Where one fails, whoever asks for it is told.
  inBatches(titles, 8, pictureOf).catch(() => undefined);
  return pictureOf;
}

/**
 * Writes the picture of every page, by the title that the page gives itself.
 * @param out the folder of the built site
 */
export async function writeShareImages(
  pages: readonly BuiltPage[],
  pictureOf: PictureOf,
  out: string,
): Promise<void> {
  await inBatches(pages, 8, async ({ path, title }) => {
    if (title === undefined) return;
    const file = join(out, paths.shareImage(path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await pictureOf(title));
  });
}
