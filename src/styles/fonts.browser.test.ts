import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../testing/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['normal', 'italic'])('the %s font', (style) => {
  it('has every letter with a macron, so none comes from another font', async () => {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(inject('siteUrl'));
    const widths = await page.evaluate(async (fontStyle) => {
      const span = document.body.appendChild(document.createElement('span'));
      span.style.cssText = `font-size:200px;font-style:${fontStyle};position:absolute`;
      const widthOf = async (letter: string) => {
        span.textContent = letter;
        await document.fonts.load(`${fontStyle} 200px "Atkinson Hyperlegible Next"`, letter);
        await document.fonts.ready;
        return span.getBoundingClientRect().width;
      };
      const pairs: [string, number, number][] = [];
      for (const letter of 'aeouAEOU') {
        pairs.push([letter, await widthOf(letter), await widthOf(`${letter}\u0304`.normalize())]);
      }
      return pairs;
    }, style);
    for (const [letter, plain, macron] of widths) expect(macron, letter).toBeCloseTo(plain, 1);
    await page.close();
  });
});
