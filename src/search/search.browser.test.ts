import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../testing/browser.ts';

const site = inject('siteUrl');
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

const results = () => page.locator('.result');
const status = () => page.locator('#search-status');

async function searchFor(words: string): Promise<void> {
  await page.goto(`${site}/search/`);
  await page.getByLabel('Search for').fill(words);
  await status().getByText(words).waitFor();
}

describe('searching the built site', () => {
  it('finds the item, says how many there are, and follows the result to its anchor', async () => {
    await searchFor('purchase order');
    expect(await status().textContent()).toMatch(/^\d+ results? for “purchase order”\.$/);
    await results().first().getByRole('link').click();
    await page.waitForURL('**/newsletters/2026-05-08/#quarter-1-reporting-and-invoicing');
    const top = await page.locator('#quarter-1-reporting-and-invoicing').boundingBox();
    expect(top?.y).toBeLessThan(200);
  });

  it('puts living guidance above the dated edition that quotes it', async () => {
    await searchFor('home education');
    const kinds = await page.locator('.result-kind strong').allTextContents();
    expect(kinds[0]).toBe('Guidance');
    expect(kinds).toContain('Newsletter');
  });

  it('finds words with macrons by words without', async () => {
    await searchFor('maori');
    expect(await results().first().textContent()).toContain('Māori');
  });

  it('filters by kind and audience, keeps the filters in the address, and restores them', async () => {
    await searchFor('AS-CMS');
    await page.getByLabel('Newsletters').check();
    await page.getByLabel('Schools').check();
    await page.waitForURL('**/search/?q=AS-CMS&kind=newsletter&for=schools');
    await page.waitForFunction(() => {
      const kinds = [...document.querySelectorAll('.result-kind strong')];
      return kinds.length > 0 && kinds.every(({ textContent }) => textContent === 'Newsletter');
    });
    const titles = await results().getByRole('link').allTextContents();
    expect(titles).toContain('AS-CMS drop-in sessions for schools');
    expect(titles).not.toContain('AS-CMS drop-in sessions for providers');
    await page.reload();
    await results().first().waitFor();
    expect(await page.getByLabel('Newsletters').isChecked()).toBe(true);
    expect(await results().getByRole('link').allTextContents()).toEqual(titles);
  });

  it('works by keyboard alone', async () => {
    await page.goto(`${site}/search/`);
    await page.getByLabel('Search for').focus();
    await page.keyboard.type('invoice');
    await page.keyboard.press('Enter');
    await results().first().waitFor();
    await results().first().getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/search'));
  });

  it('says so when there is nothing, and where to ask', async () => {
    await searchFor('zzyzx');
    expect(await status().textContent()).toContain('Nothing found for “zzyzx”');
    expect(await status().getByRole('link', { name: 'ask us' }).getAttribute('href')).toBe(
      '/contacts/',
    );
  });

  it('explains itself where scripts do not run', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`${site}/search/`);
    expect(await still.locator('noscript').innerText()).toContain('Search needs JavaScript');
    await context.close();
  });
});
