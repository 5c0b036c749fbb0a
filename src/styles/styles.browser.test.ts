import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../testing/browser.ts';
import { pushedByLongWords } from '../testing/look/pushed-by-long-words.ts';

const site = inject('siteUrl');
const edition = `${site}/newsletters/2026-05-08/providers/`;
const samples = ['/', '/newsletters/2026-05-08/', '/guidance/home-education/', '/search/'];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const colourOf = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element)[name], property);

describe('a printed edition', () => {
  it('leaves out what paper cannot use, in black on white', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(edition);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const selector of ['.masthead nav', '.switch', '.neighbours', '.footer nav', '.skip']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    }
    expect(await colourOf(page, 'h1', 'color')).toBe('rgb(0, 0, 0)');
    expect(await colourOf(page, 'html', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  it('says where links lead', async () => {
    const page = await browser.newPage();
    await page.goto(edition);
    await page.emulateMedia({ media: 'print' });
    const link = page.locator(
      'main a[href="https://www.education.govt.nz/bulletins/school-leaders"]',
    );
    const after = await link.evaluate((one) => getComputedStyle(one, '::after').content);
    expect(after).toContain('https://www.education.govt.nz/bulletins/school-leaders');
    await page.close();
  });

  it('says where links within the site lead, and which page it was', async () => {
    const page = await browser.newPage();
    await page.goto(edition);
    await page.emulateMedia({ media: 'print' });
    const link = page.locator('.item-text a[href="/known-issues/"]').first();
    const after = await link.evaluate((one) => getComputedStyle(one, '::after').content);
    expect(after.replaceAll('" "', '')).toBe(`" <${site}/known-issues/>"`);
    expect(await page.locator('.printed-from').innerText()).toBe(edition);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.printed-from').isVisible()).toBe(false);
    await page.close();
  });

  it('opens what is folded away', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/newsletters/`);
    const folded = page.locator('.topics details').first().locator('a').first();
    expect(await folded.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await folded.isVisible()).toBe(true);
    await page.close();
  });

  it('fits the width of A4', async () => {
    const page = await browser.newPage({ viewport: { width: 658, height: 930 } });
    await page.goto(edition);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      658,
    );
    await page.close();
  });
});

it('leaves room for what there is to do where only the text is twice as large', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(edition);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
  const width = await page.locator('.todo').evaluate((todo) => todo.clientWidth);
  expect(width).toBeGreaterThan(400);
  await page.close();
});

// The guide to blocks shows every block: categories, tables and dates, too.
it.each([...samples, '/help/blocks/'])(
  '%s is pushed sideways by no word of 85 letters, wherever it stands',
  async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    await page.goto(site + path);
    expect(await pushedByLongWords(page, 320)).toEqual([]);
    await page.close();
  },
);

describe.each(samples)('%s', (path) => {
  it('survives the text spacing of WCAG 2.2, 1.4.12, at 320 pixels', async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 600 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(site + path);
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await context.close();
  });

  it('fits when text or page is twice as large', async () => {
    // Zoomed to 200 %, a window of 1280 pixels has room for 640.
    const page = await browser.newPage({ viewport: { width: 640, height: 400 } });
    await page.goto(site + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    await page.close();
  });

  it('shows what has the focus, and never hides it', async () => {
    const page = await browser.newPage();
    await page.goto(site + path);
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element) return 'nothing has the focus';
        const { outlineStyle } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const visible = box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
        return outlineStyle !== 'none' && visible ? '' : `${element.outerHTML} ${outlineStyle}`;
      });
      expect(seen).toBe('');
    }
    await page.close();
  });

  it('weighs less than 20 KB of HTML and CSS when compressed, and has no script but the search’s', async () => {
    const { gzipSync } = await import('node:zlib');
    const page = await browser.newPage();
    let bytes = 0;
    let script = 0;
    page.on('response', async (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (/html|css/.test(type)) bytes += gzipSync(await response.body()).length;
      if (/javascript/.test(type)) script += (await response.body()).length;
    });
    await page.goto(site + path, { waitUntil: 'networkidle' });
    expect(bytes).toBeLessThan(20_000);
    // The key that leads to the search, and nothing else, until somebody searches.
    if (path !== '/search/') expect(script).toBeLessThan(2_000);
    await page.close();
  });
});
