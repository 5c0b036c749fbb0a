import type { Browser } from 'playwright-core';
import { screenshot } from '../browser.ts';
import { openBulletin, type View } from './open-bulletin.ts';
import type { Picture } from './picture.ts';

/** The side of the squares of CSS pixels that become one pixel of a reduced picture. */
const square = 8;
/** Browsers refuse to draw a very high page at once. */
const slice = 250 * square;

/** Draws a bulletin in the browser and reduces what it drew: a pixel for the mean of each square. */
export async function reducePicture(browser: Browser, html: string, view: View): Promise<Picture> {
  const page = await openBulletin(browser, html, view);
  const total = await page.evaluate(() => document.documentElement.scrollHeight);
  const width = Math.floor(view.width / square);
  const parts: Buffer[] = [];
  for (let top = 0; top + square <= total; top += slice) {
    const height = Math.floor(Math.min(slice, total - top) / square) * square;
    await page.setViewportSize({ width: view.width, height });
    await page.evaluate((to) => window.scrollTo(0, to), top);
    const png = (await screenshot(page)).toString('base64');
    parts.push(Buffer.from(await page.evaluate(meansOf, { png, side: square, width }), 'base64'));
  }
  await page.close();
  const colours = Buffer.concat(parts);
  return { width, height: colours.length / 3 / width, colours };
}

/* Runs in the browser, which reads its own pictures best. */
async function meansOf({ png, side, width }: { png: string; side: number; width: number }) {
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  drawing?.drawImage(bitmap, 0, 0);
  const { data } = drawing?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
  const sums = new Float64Array((width * bitmap.height * 3) / side);
  for (let y = 0; y < bitmap.height; y++) {
    for (let x = 0; x < width * side; x++) {
      const from = (y * bitmap.width + x) * 4;
      const to = (Math.floor(y / side) * width + Math.floor(x / side)) * 3;
      for (let part = 0; part < 3; part++)
        sums[to + part] = (sums[to + part] ?? 0) + (data[from + part] ?? 0);
    }
  }
  const means = [...sums].map((sum) => String.fromCharCode(Math.round(sum / side / side)));
  return btoa(means.join(''));
}
