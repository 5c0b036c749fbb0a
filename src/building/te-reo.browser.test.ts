import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseHtml } from '../checks/parity/read-html.ts';
import { reoPattern } from '../content/mark-reo.ts';
import { readContent } from '../content/reading/read-content.ts';
import { readAtom, readJsonFeed } from '../testing/content/read-feed.ts';
import { feedList } from '../feeds/feed-list.ts';
import { readSettings } from '../settings/settings.ts';
import { launchBrowser } from '../testing/browser.ts';

const folder = inject('siteFolder');
const site = inject('siteUrl');
const { kupu } = await readContent(readSettings({}).content);
const listed = reoPattern(kupu.phrases) ?? /(?!)/g;
const read = (file: string) => readFile(join(folder, file), 'utf8');
const pages = (await Array.fromAsync(glob('**/*.html', { cwd: folder }))).toSorted();

/* Elements whose words are not held to a language of their own. */
const left = new Set([
  // The title of a window or tab is plain text; so are attributes, which are no text nodes at all.
  'head',
  // Code shows what somebody typed or will type, letter by letter, and is not te reo Māori but code.
  'code',
  'pre',
  'script',
  'style',
]);

/** Every listed phrase in HTML, with the language it would be spoken in and the element around it. */
function phrasesIn(html: string): { words: string; language: string; within: string }[] {
  const found: { words: string; language: string; within: string }[] = [];
  const visit = (node: Nodes, language: string, within: string): void => {
    if (node.type === 'text')
      for (const { 0: words } of node.value.matchAll(listed))
        found.push({ words, language, within });
    if (node.type === 'element' && left.has(node.tagName)) return;
    if (!('children' in node)) return;
    const own = node.type === 'element' ? languageOf(node) : undefined;
    const name = node.type === 'element' ? node.tagName : within;
    for (const child of node.children) visit(child, own ?? language, name);
  };
  visit(parseHtml(html), 'none', 'none');
  return found;
}

const languageOf = ({ properties }: Element) =>
  typeof properties['lang'] === 'string' ? properties['lang'] : undefined;

const unmarked = (html: string) => phrasesIn(html).filter(({ language }) => language !== 'mi');

describe('a listed phrase of te reo Māori is marked as such for screen readers', () => {
  it('on every page of the site', async () => {
    const all: { file: string; words: string }[] = [];
    for (const file of pages.filter((name) => !name.startsWith('bulletins/'))) {
      for (const { words, within } of unmarked(await read(file)))
        all.push({ file: `${file}, in <${within}>`, words });
    }
    expect(all).toEqual([]);
  });

  it('in every bulletin', async () => {
    const bulletins = pages.filter((name) => name.startsWith('bulletins/'));
    for (const file of bulletins) {
      const html = await read(file);
      expect(unmarked(html), file).toEqual([]);
      expect(phrasesIn(html).length, file).toBeGreaterThan(2);
    }
    expect(bulletins.length).toBeGreaterThan(4);
  });

  it('in the text of every entry of every feed', async () => {
    let count = 0;
    for (const { atom, json } of feedList()) {
      const inAtom = readAtom(await read(atom)).entry.map(({ content }) => content['#text']);
      const inJson = readJsonFeed(await read(json)).items.map((item) => item.content_html);
      for (const html of [...inAtom, ...inJson]) {
        expect(unmarked(html), atom).toEqual([]);
        count += phrasesIn(html).length;
      }
    }
    expect(count).toBeGreaterThan(8);
  });

  // Plain text, calendars, subjects, preheaders, and titles and summaries of feeds have no markup.
});

describe('what the search shows', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(['kia ora koutou', 'nga mihi nui', 'te tahuhu o te matauranga'])(
    'marks te reo Māori in the results for "%s", highlighted or not',
    async (words) => {
      const page = await browser.newPage();
      await page.goto(`${site}/search/?${new URLSearchParams({ q: words })}`);
      await page.locator('#search-status h2').waitFor();
      const texts = await page
        .locator('#search-results p, #search-results h2')
        .evaluateAll((blocks) =>
          blocks.map((block) => ({
            words: block.textContent,
            reo: [...block.querySelectorAll('[lang="mi"]')].map((one) => one.textContent).join(''),
          })),
        );
      const all = texts.map((text) => ({
        ...text,
        listed: [...text.words.matchAll(listed)].map(([one]) => one).join(''),
      }));
      expect(all.map(({ reo }) => reo)).toEqual(all.map((one) => one.listed));
      expect(all.filter((one) => one.listed !== '').length).toBeGreaterThan(0);
      await page.close();
    },
  );
});
