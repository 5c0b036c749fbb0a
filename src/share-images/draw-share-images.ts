import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { paths } from '../content/paths.ts';
import type { BuiltPage } from '../hosting/built-pages.ts';
import { inBatches } from '../in-batches.ts';
import { shareImage } from './share-image.ts';

/**
 * Draws the picture of every page, from the title that the page gives itself.
 * @param out the folder of the built site
 */
export async function drawShareImages(pages: readonly BuiltPage[], out: string): Promise<void> {
  await inBatches(pages, 8, async ({ path, title }) => {
    if (title === undefined) return;
    const file = join(out, paths.shareImage(path));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await shareImage(title));
  });
}
