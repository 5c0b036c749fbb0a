import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../testing/browser.ts';
import { png } from '../../testing/content/pictures.ts';
import { bundleScript } from '../app/bundle-script.ts';
import { serveEditor } from '../../testing/desk/editor-page.ts';
import { editorSheets } from './sheets.ts';
import { fromOutlook, fromWord } from '../../testing/desk/pasted-html.ts';

/* The editor on a page of its own, in a real browser, over a copy of the sample. */

const edition = 'newsletters/2026-05-08.mdx';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let folder: string;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveEditor>>;
let said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-editor-'));
  await cp('content', folder, { recursive: true });
  [browser, served] = await Promise.all([launchBrowser(), serveEditor(folder)]);
});
afterAll(async () => {
  await browser.close();
  served.stop();
});

async function open(
  path: string,
  { width = 1280, height = 900, dark = false } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-NZ',
  });
  const page = await context.newPage();
  said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${served.origin}/${path}`);
  await page.waitForSelector('.editor-surface, .findings');
  return page;
}

const onDisk = (path: string) => readFile(join(folder, path), 'utf8');

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.status() === 303,
  );
  await page.click('button[name=save]');
  await saved;
}

/** Puts the cursor at the end of the paragraph that starts with some words. */
async function goTo(page: Page, words: string): Promise<void> {
  const paragraph = page.locator('.editor-surface p').filter({ hasText: words }).first();
  await paragraph.click({ position: { x: 2, y: 8 } });
  await paragraph.evaluate((element) => {
    window.getSelection()?.setPosition(element, element.childNodes.length);
  });
}

async function violations(page: Page): Promise<string[]> {
  const found: unknown =
    await page.evaluate(`(() => { ${axe}; return axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))); })()`);
  return Array.isArray(found) ? found.map(String) : ['axe said nothing'];
}

it('is small, and bundled in well under a second', async () => {
  const began = performance.now();
  const script = await bundleScript('editor');
  expect(performance.now() - began).toBeLessThan(4000);
  const styles = await Promise.all(editorSheets.map((sheet) => readFile(`src/${sheet}`, 'utf8')));
  expect(gzipSync(script).length + gzipSync(styles.join('\n')).length).toBeLessThan(120_000);
});

describe('an edition in the editor', () => {
  it('takes words, a block from the slash menu and its settings by keyboard alone, and changes no other line', async () => {
    const before = await onDisk(edition);
    const page = await open(edition);
    // Nothing is typed yet, so nothing is other than it was.
    await page.waitForTimeout(300);
    expect(await page.locator('#text').inputValue()).toBe(before);
    await goTo(page, 'Thank you if you have already');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ngā mihi * & <b>');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/callout');
    await page.keyboard.press('Enter');
    // The form waits at what is needed first.
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Say “it” & "that"');
    await page.keyboard.press('Escape');
    await page.keyboard.type('Inside by /day');
    await page.keyboard.press('Enter');
    await page.locator('#prop-on:focus').fill('2026-05-15');
    await page.waitForTimeout(300);
    expect(await page.locator('.field-more').first().textContent()).toBe(
      'Friday 15 May 2026, week 4 of Term 2',
    );
    await save(page);
    const after = await onDisk(edition);
    const added = after.slice(
      after.indexOf('Ngā mihi \\*'),
      after.indexOf('<Contact id="accounts'),
    );
    expect(added).toMatchInlineSnapshot(`
      "Ngā mihi \\* & \\<b>

      <Callout kind="note" title="Say “it” & &quot;that&quot;">

      Inside by <Day on="2026-05-15" />

      </Callout>

      "
    `);
    expect(after.replace(added, '')).toBe(before);
    await writeFile(join(folder, edition), before);
    await page.context().close();
  });

  it('takes back text, settings and the top of the document, with its lines in the inbox, with one undo', async () => {
    const page = await open(edition);
    const field = page.locator('#text');
    const before = await field.inputValue();
    await goTo(page, 'Welcome to the May newsletter');
    await page.keyboard.type(' More.');
    await page.getByRole('textbox', { name: 'Title of Item' }).first().fill('Another title');
    await page.getByRole('tab', { name: 'Document' }).click();
    const lines = page.locator('[data-key="bulletins.schools"] .inbox-subject');
    expect(await lines.allTextContents()).toEqual([
      'AS-CMS sessions on 12 and 14 May; see a…',
      'AS-CMS sessions on 12 and 14 May; see active…',
      'AS-CMS sessions on 12 and 14 May; see active cases',
    ]);
    await page.locator('#top-summary').fill('Another summary.');
    await expect.poll(() => field.inputValue()).toContain('summary: Another summary.');
    expect(await field.inputValue()).toContain('title="Another title"');
    await goTo(page, 'Nothing in this edition');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe(before);
    expect(await page.locator('#top-summary').inputValue()).toContain('Quarter 1 invoices');
    await page.context().close();
  });

  it('leads from a finding to its place, and mends it', async () => {
    const page = await open(edition);
    await goTo(page, 'Nothing in this edition');
    await page.keyboard.type(' See you on Monday 15 May 2026.');
    await page.getByRole('tab', { name: 'Checks (' }).click();
    await page.locator('.finding-place').filter({ hasText: 'Friday' }).first().click();
    const selected = await page.evaluate(() => window.getSelection()?.toString());
    expect(selected).toBe('Monday');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('offers to pick a principle of the guidance that is named, and of no other', async () => {
    const page = await open('newsletters/2026-04-10.mdx');
    await page.locator('.block.guidance .block-settings').first().click();
    const principle = page.locator('#prop-principle');
    const offered = () => principle.locator('option').allInnerTexts();
    expect(await principle.inputValue()).toBe('school-roles');
    expect((await offered()).slice(0, 3)).toEqual(['None', 'Get access', 'What school roles see']);
    await page.locator('#prop-id').selectOption('home-education');
    expect(await offered()).not.toContain('Get access');
    expect(await offered()).toContain('school-roles (not found)');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('moves an item by keyboard and by dragging', async () => {
    const page = await open(edition, { height: 4000 });
    const titles = () =>
      page
        .locator('.item > .block-head .block-title')
        .evaluateAll((all) =>
          all.map((one) => (one instanceof HTMLTextAreaElement ? one.value.slice(0, 20) : '')),
        );
    const [first = '', second = '', third = ''] = await titles();
    await page.locator('.item .block-bar').first().click();
    await page.keyboard.press('Alt+ArrowDown');
    expect((await titles()).slice(0, 2)).toEqual([second, first]);
    const grip = page.locator('.item > .block-head .grip').nth(2);
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    const to = await page.locator('.item > .block-head .block-title').nth(1).boundingBox();
    if (!from || !to) throw new Error('They are not on the page.');
    await page.mouse.move(from.x + 4, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 4, from.y - 30, { steps: 3 });
    await page.mouse.move(to.x + 90, to.y + 4, { steps: 3 });
    expect(await page.locator('.drop-line').isVisible()).toBe(true);
    await page.mouse.up();
    await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([second, third, first]);
    await page.context().close();
  });
});

it('takes prose, lists and tables from Word, and from Outlook links that lead where they say', async () => {
  const page = await open('guidance/as-cms-access.mdx');
  const paste = async (html: string): Promise<string> => {
    await page.locator('.editor-surface').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.evaluate((written) => {
      const data = new DataTransfer();
      data.setData('text/html', written);
      const event = { clipboardData: data, bubbles: true, cancelable: true };
      document.querySelector('.editor-surface')?.dispatchEvent(new ClipboardEvent('paste', event));
    }, html);
    await page.waitForTimeout(500);
    const text = await page.locator('#text').inputValue();
    return text.slice(text.indexOf('---', 4) + 4).trim();
  };
  expect(await paste(fromWord)).toMatchInlineSnapshot(`
      "## What is new

      Schools can **now** see their *own* cases. Read on.

      - First
        - Deeper
      - Second

      1. Step one

      | Region | Paid |
      | --- | --- |
      | Otago | $4 |"
    `);
  expect(await paste(fromOutlook)).toMatchInlineSnapshot(`
      "Kia ora,

      Read [the page](https://www.example.org/a?b=1) or write to the desk.

      Run **this**"
    `);
  expect(said).toEqual([]);
  await page.context().close();
});

it('takes a picture that is dropped, and asks what it tells', async () => {
  const before = await onDisk(edition);
  const page = await open(edition);
  await goTo(page, 'Thank you if you have already');
  const bytes = png(40, 30).toString('base64');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    const blob = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([blob], 'Who Sees What.png', { type: 'image/png' }));
    const target = document.querySelector('.editor-surface');
    target?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await page.locator('.block-picture[src$="who-sees-what.png"]').waitFor();
  await page.locator('#prop-alt').fill('Nothing but black.');
  await page.waitForTimeout(300);
  await save(page);
  expect(await onDisk(edition)).toContain(
    '<Picture file="who-sees-what.png" alt="Nothing but black." />',
  );
  await writeFile(join(folder, edition), before);
  await page.context().close();
});

it('shows as text what cannot be parsed, and as it will look once that is mended', async () => {
  const path = 'help/house-style.mdx';
  await writeFile(join(folder, path), (await onDisk(path)).replace(/\n$/, '\n<Callout\n'));
  const page = await open(path);
  const field = page.locator('#text');
  await page.locator('.finding-place').first().click();
  expect(await field.isVisible()).toBe(true);
  await field.fill((await field.inputValue()).replace('<Callout\n', ''));
  await page.getByRole('button', { name: 'Edit as it will look' }).click();
  await page.waitForSelector('.editor-surface');
  expect(await field.isVisible()).toBe(false);
  await page.context().close();
});

describe('for everybody', () => {
  it('leaves the text by Escape and Tab, and goes through lists by Tab', async () => {
    const page = await open(edition);
    const entry = page.locator('.editor-surface li').nth(1);
    await entry.click();
    // The browser tells of the cursor a moment later.
    await page.getByRole('button', { name: 'List', exact: true, pressed: true }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.editor-surface li li').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toBe('Title of Item');
    await page.context().close();
  });

  it('has no fault that axe knows, wide and light', async () => {
    const page = await open(edition);
    await goTo(page, 'Thank you if you have already');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Document' }).click();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('has no fault that axe knows, narrow and dark, and nothing beyond the edge', async () => {
    const page = await open(edition, { width: 360, dark: true });
    await goTo(page, 'Thank you if you have already');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/callout');
    await page.keyboard.press('Enter');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Checks' }).click();
    await page.locator('.finding-place').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(said).toEqual([]);
    await page.context().close();
  });
});
