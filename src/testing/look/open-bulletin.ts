import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

/** How a bulletin is looked at: the width of the window in CSS pixels, and the reader's colours. */
export interface View {
  width: number;
  dark: boolean;
}

const require = createRequire(import.meta.url);
const face = async (subset: string) => {
  const file = `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-wght-normal.woff2`;
  const font = await readFile(require.resolve(file));
  return `@font-face { font-family: Reference; font-weight: 200 800; src: url(data:font/woff2;base64,${font.toString('base64')}) format('woff2');${subset === 'latin' ? '' : ' unicode-range: U+0100-02BA, U+1E00-1EFF;'} }`;
};

/* Machines have other fonts and other ways of fitting letters to pixels; this leaves them no choice. */
const sameEverywhere = `<style>
${await face('latin')}
${await face('latin-ext')}
* { font-family: Reference !important; text-rendering: geometricPrecision !important; }
</style>`;

/**
 * Opens a bulletin as it looks on every machine: in the typeface of the site, which an npm package
 * carries, in place of those that a mail program has.
 */
export async function openBulletin(browser: Browser, html: string, view: View): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.dark ? 'dark' : 'light',
    deviceScaleFactor: 1,
    // Pictures are turned off: what they tell stands in their place.
    offline: true,
  });
  await page.setContent(html.replace('</head>', `${sameEverywhere}</head>`));
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return page;
}
