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
    await page.getByLabel('Search for').focus();
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

  it('is led to how many there are, and past the box and the filters to the results', async () => {
    await page.goto(`${site}/search/?q=invoice`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await expect.poll(focused).toMatch(/^\d+ results for “invoice”$/);
    await page.getByRole('link', { name: 'Skip to the results' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.result') !== null)).toBe(
      true,
    );
  });
});

describe('the search page with results on it', () => {
  const asked = ['hoem educaiton', 'student loan repayment', 'homeschool'];

  it.each(asked)(
    'has no accessibility fault on a phone or a desk, light or dark: %s',
    async (q) => {
      const context = await browser.newContext({ bypassCSP: true });
      const one = await context.newPage();
      await one.setViewportSize({ width: 320, height: 450 });
      await one.goto(`${site}/search/?${new URLSearchParams({ q })}`);
      await one.locator('#search-status').filter({ hasText: /./ }).waitFor();
      await one.evaluate(
        `for (const one of document.querySelectorAll('details')) one.open = true;`,
      );
      expect(await one.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await one.evaluate(axe);
      for (const width of [320, 1280]) {
        await one.setViewportSize({ width, height: 600 });
        // In the other theme only colours can be another.
        for (const [colorScheme, run] of [
          ['light', wcag],
          ['dark', `axe.run(document, { runOnly: ['cat.color'] })`],
        ] as const) {
          await one.emulateMedia({ colorScheme });
          const found: { violations: { id: string }[] } = await one.evaluate(run);
          expect(
            found.violations.map(({ id }) => id),
            `${colorScheme}, ${width} pixels`,
          ).toEqual([]);
        }
      }
      await context.close();
    },
  );
});

describe('the first screen of a phone', () => {
  it('has the first result in it, and no hint once something is asked', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${site}/search/`);
    expect(await page.locator('#search-hint').isVisible()).toBe(true);
    for (const words of ['cannot see a case', 'hoem educaiton', 'contract questions webinar']) {
      await page.goto(`${site}/search/?${new URLSearchParams({ q: words })}`);
      await results().first().waitFor();
      const { y = 0, height = 0 } = (await results().first().locator('h3').boundingBox()) ?? {};
      expect(y + height, words).toBeLessThan(640);
      expect(await page.locator('#search-hint').isVisible()).toBe(false);
    }
  });
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
  it('is no script at all where it is only read', async () => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(`${site}/newsletters/2026-05-08/`, { waitUntil: 'networkidle' });
    expect(scripts).toEqual([]);
  });

  it('is asked for at once where somebody searches, and once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site}/search/?q=invoice`);
    await results().first().waitFor();
    const ofIndex = asked.filter((path) => path.startsWith('/pagefind/'));
    expect(ofIndex).toEqual([...new Set(ofIndex)]);
  });
});
