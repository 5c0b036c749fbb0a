import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../testing/browser.ts';

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

const results = () => page.locator('#search-results > .result');
const links = () => results().getByRole('link');
const status = () => page.locator('#search-status');
const assumed = () => page.locator('#search-assumed');

async function searchFor(words: string): Promise<void> {
  await page.goto(`${site}/search/?${new URLSearchParams({ q: words })}`);
  await status().filter({ hasText: /./ }).waitFor();
}

describe('searching the built site', () => {
  it('finds the item, says how many there are, and follows the result to its anchor', async () => {
    await page.goto(`${site}/search/`);
    await page.getByLabel('Search for').fill('purchase order');
    await status().getByText('purchase order').waitFor();
    expect(await status().textContent()).toMatch(/^\d+ results? for “purchase order”$/);
    expect(await status().getAttribute('role')).toBe('status');
    await links().first().click();
    await page.waitForURL('**/newsletters/2026-05-08/#quarter-1-reporting-and-invoicing');
    const top = await page.locator('#quarter-1-reporting-and-invoicing').boundingBox();
    expect(top?.y).toBeLessThan(200);
  });

  it('shows what each result is, for whom, its date or status, and the passage that matches', async () => {
    await searchFor('duplicate cases');
    const first = results().first();
    expect(await links().first().getAttribute('href')).toBe('/known-issues/ki-003/');
    expect(await first.locator('.result-kind').textContent()).toBe(
      'Known issue · For everybody · KI-003. Partly fixed. Updated 7 May 2026',
    );
    expect(await first.locator('mark').first().textContent()).toMatch(/case/i);
  });

  it('lands on the principle, not on the top of the page', async () => {
    await searchFor('how likely is my application to succeed');
    expect(await links().first().getAttribute('href')).toBe(
      '/guidance/home-education/#while-an-application-is-decided',
    );
  });

  it('puts living guidance above the dated edition that quotes it', async () => {
    await searchFor('home education');
    const kinds = await page.locator('#search-results .result-kind strong').allTextContents();
    expect(kinds[0]).toBe('Guidance');
    expect(kinds).toContain('Newsletter');
  });

  it('puts the newer edition before the older one', async () => {
    await searchFor('coming up');
    const editions = await links().evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')),
    );
    const at = (edition: string) => editions.indexOf(`/newsletters/${edition}/#coming-up`);
    expect(at('2026-05-08')).toBeGreaterThanOrEqual(0);
    expect(at('2026-05-08')).toBeLessThan(at('2026-04-10'));
  });

  it('finds words with macrons by words without', async () => {
    await searchFor('maori');
    expect(await results().first().textContent()).toContain('Māori');
  });

  it('shows more on request, and puts the focus on the first that came', async () => {
    await searchFor('as-cms');
    await expect.poll(() => results().count()).toBe(10);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => results().count()).toBeGreaterThan(10);
    const eleventh = await links().nth(10).getAttribute('href');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(eleventh);
  });
});

describe('what a search assumes', () => {
  it('corrects spelling, says so, and lets people undo it', async () => {
    await searchFor('hoem educaiton');
    expect(await assumed().innerText()).toBe(
      'Showing results for home education. Search instead for “hoem educaiton”.',
    );
    await assumed().getByRole('link').click();
    await page.waitForURL('**/search/?q=hoem+educaiton&as=typed');
    await status().getByText('Nothing here answers “hoem educaiton”').waitFor();
    expect(await assumed().innerText()).toContain('Only exactly “hoem educaiton” was looked for.');
    await assumed().getByRole('link').click();
    await page.waitForURL('**/search/?q=hoem+educaiton');
    await results().first().waitFor();
  });

  it('corrects two wrong letters in a word', async () => {
    await searchFor('invoixe catchmemt');
    expect(await assumed().innerText()).toContain('Showing results for invoice catchment.');
  });

  it('says every correction it searched with, also one that the first result does without', async () => {
    await searchFor('atendance regster');
    expect(await assumed().innerText()).toContain('Showing results for attendance register.');
  });

  it('keeps dates, phone numbers and names with a hyphen on one line in what it shows', async () => {
    await searchFor('service desk phone');
    const wholes = await results().locator('.whole').allInnerTexts();
    expect(wholes).toEqual(expect.arrayContaining(['1 May 2026', '0800 422 599', 'AS-CMS.']));
  });

  it('names the words it added, and searches without them on request', async () => {
    await searchFor('homeschool');
    expect(await assumed().innerText()).toBe(
      'Including results for “Home education”, which means the same here. Search only for “homeschool”.',
    );
    const many = await results().count();
    await assumed().getByRole('link').click();
    await page.waitForURL('**/search/?q=homeschool&as=typed');
    await status()
      .getByText(/^\d results? for “homeschool”$/)
      .waitFor();
    expect(await results().count()).toBeLessThan(many);
  });

  it('stops taking a query literally when it changes', async () => {
    await page.goto(`${site}/search/?q=hoem&as=typed`);
    await status().getByText('Nothing here').waitFor();
    await page.getByLabel('Search for').fill('hoem educaiton');
    await assumed().getByText('Showing results for').waitFor();
  });

  it.each(['ascms', 'AS CMS', 'A.S.C.M.S.', 'as-cms'])('takes %s for AS-CMS', async (words) => {
    await searchFor(words);
    expect(await links().first().textContent()).toContain('AS-CMS');
  });
});

describe('a question that the site cannot answer', () => {
  it('is told so, and led to somebody to ask, with weak matches out of the way', async () => {
    await searchFor('student loan repayment');
    expect(await status().textContent()).toBe('Nothing here answers “student loan repayment”.');
    expect(await results().count()).toBe(0);
    const elsewhere = page.locator('#search-elsewhere');
    expect(await elsewhere.getByRole('link').first().getAttribute('href')).toBe(
      '/contacts/#attendance-service-inbox',
    );
    expect(await page.locator('#search-weak').getAttribute('open')).toBeNull();
    await page.locator('#search-weak summary').click();
    expect(await page.locator('#search-weak .result').first().isVisible()).toBe(true);
  });

  it('is led to the contact and the public page that come nearest', async () => {
    await searchFor('home education curriculum subsidy vouchers overseas');
    const offered = page.locator('#search-elsewhere').getByRole('link');
    const hrefs = await offered.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs[0]).toBe('/contacts/#contract-and-relationship-manager');
    expect(hrefs).toContain(
      'https://parents.education.govt.nz/primary-school/schooling-in-nz/home-education/',
    );
  });

  it('can be asked again without the filters that hid the answer', async () => {
    await page.goto(`${site}/search/?q=pop-ups&kind=guidance`);
    await status().getByText('Nothing with these filters answers “pop-ups”.').waitFor();
    await page.getByRole('link', { name: 'Search everything, without filters' }).click();
    await page.waitForURL('**/search/?q=pop-ups');
    await results().first().waitFor();
  });
});

describe('filters and order', () => {
  it('live in the address, and are restored from it', async () => {
    await searchFor('AS-CMS');
    await page.getByText('Filter and order').click();
    await page.getByLabel('Newsletters').check();
    await page.getByLabel('For', { exact: true }).selectOption('schools');
    await page.waitForURL('**/search/?q=AS-CMS&kind=newsletter&for=schools');
    await page.waitForFunction(() => {
      const kinds = [...document.querySelectorAll('#search-results .result-kind strong')];
      return kinds.length > 0 && kinds.every(({ textContent }) => textContent === 'Newsletter');
    });
    const titles = await links().allTextContents();
    expect(titles).toContain('AS-CMS drop-in sessions for schools');
    expect(titles).not.toContain('AS-CMS drop-in sessions for providers');
    await page.reload();
    await results().first().waitFor();
    expect(await page.getByLabel('Newsletters').isChecked()).toBe(true);
    expect(await links().allTextContents()).toEqual(titles);
  });

  it('narrow by status and topic', async () => {
    await page.goto(`${site}/search/?q=case&status=open`);
    await results().first().waitFor();
    for (const text of await page.locator('#search-results .result-kind').allTextContents()) {
      expect(text).toMatch(/Partly fixed|Workaround available/);
    }
    await page.goto(`${site}/search/?q=exemption&topic=Home+education`);
    await results().first().waitFor();
    for (const href of await links().evaluateAll((all) =>
      all.map((one) => one.getAttribute('href')),
    )) {
      expect(href).toMatch(/home-education/);
    }
  });

  it('sort by date, the newest first', async () => {
    await page.goto(`${site}/search/?q=case&kind=known-issue&sort=date`);
    await results().first().waitFor();
    const notes = await page.locator('#search-results .result-kind').allTextContents();
    const dates = notes.map((note) => Date.parse(note.replace(/.*Updated /, '')));
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(new Set(dates).size).toBeGreaterThan(1);
  });

  it('go back with the browser to the search before', async () => {
    await searchFor('invoice');
    await page.getByLabel('Search for').fill('pop-ups');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=pop-ups');
    await page.goBack();
    await status().getByText('invoice').waitFor();
    expect(await page.getByLabel('Search for').inputValue()).toBe('invoice');
  });
});
