import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../testing/browser.ts';

const site = inject('siteUrl');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());
afterAll(() => browser.close());

const results = () => page.locator('#search-results > .result');

describe('the keyboard', () => {
  it('is all that a search needs', async () => {
    await page.goto(`${site}/search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('invoice');
    await page.keyboard.press('Enter');
    await results().first().waitFor();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('.result') !== null)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/search'));
  });

  it('leads from every page to the search with /, but not while somebody writes', async () => {
    await page.goto(`${site}/known-issues/`);
    await page.keyboard.press('/');
    await page.keyboard.type('case 1/2');
    expect(await page.getByRole('searchbox').inputValue()).toBe('case 1/2');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=case+1%2F2');
    expect(await page.getByRole('searchbox').count()).toBe(1);
  });

  it('leaves / alone once somebody has turned it off', async () => {
    await page.goto(`${site}/search/`);
    await page.getByLabel('the key / leads to the search').uncheck();
    await page.goto(`${site}/known-issues/`);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.goto(`${site}/search/`);
    expect(await page.getByLabel('the key / leads to the search').isChecked()).toBe(false);
  });
});

describe('the search page with results on it', () => {
  const looks = [
    { colorScheme: 'light', viewport: { width: 320, height: 450 } },
    { colorScheme: 'dark', viewport: { width: 320, height: 450 } },
    { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  ] as const;
  const asked = ['hoem educaiton', 'student loan repayment', 'homeschool'];

  it.each(looks)(
    'has no accessibility fault at $viewport.width pixels in the $colorScheme',
    async (look) => {
      const context = await browser.newContext({ ...look, bypassCSP: true });
      const one = await context.newPage();
      for (const words of asked) {
        await one.goto(`${site}/search/?${new URLSearchParams({ q: words })}`);
        await one.locator('#search-status').filter({ hasText: /./ }).waitFor();
        await one.evaluate(
          `for (const one of document.querySelectorAll('details')) one.open = true;`,
        );
        expect(await one.evaluate('document.documentElement.scrollWidth')).toBe(
          look.viewport.width,
        );
        await one.evaluate(axe);
        const found: { violations: { id: string }[] } = await one.evaluate(wcag);
        expect(found.violations.map(({ id }) => id)).toEqual([]);
      }
      await context.close();
    },
  );
});

describe('where scripts do not run', () => {
  it('every page has a form that leads to the search page, which says what to do', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`${site}/guidance/home-education/`);
    await still.getByRole('searchbox').fill('exemption');
    await still.keyboard.press('Enter');
    await still.waitForURL('**/search/?q=exemption');
    expect(await still.locator('noscript').innerText()).toContain('Search needs JavaScript');
    await context.close();
  });
});

describe('what a page fetches', () => {
  it('is one small script of our own until somebody searches', async () => {
    const scripts: string[] = [];
    let bytes = 0;
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts.push(response.url());
      bytes += (await response.body()).byteLength;
    });
    await page.goto(`${site}/newsletters/2026-05-08/`, { waitUntil: 'networkidle' });
    expect(scripts.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    expect(bytes).toBeLessThan(1500);
  });
});
