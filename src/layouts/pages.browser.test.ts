import { glob, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { publication } from '../publication/site.ts';
import { launchBrowser } from '../testing/browser.ts';

const origin = inject('siteUrl');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = (await Array.fromAsync(glob('**/*.html', { cwd: inject('siteFolder') }))).toSorted();
const paths = files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
/* Those that lead on at once are none to look at. */
const folder = inject('siteFolder');
const moved = new Set<string>();
for (const [at, path] of paths.entries())
  if (/http-equiv="refresh"/.test(await readFile(join(folder, files[at] ?? ''), 'utf8')))
    moved.add(path);
const pages = paths.filter((path) => !path.startsWith('/bulletins/') && !moved.has(path));
let browser: Browser;

interface Violation {
  id: string;
  nodes: { html: string }[];
}

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/* The two that the central Web Accessibility Checker looks through. */
const viewports = [
  { width: 320, height: 450 },
  { width: 1280, height: 800 },
] as const;

/* All that axe looks for by itself, its advice on good practice too, and what is off unless it is asked for (WCAG 2.2, 2.5.8). */
const whole = "{ rules: { 'target-size': { enabled: true } } }";
/* In the other theme only colours can be another. */
const colours = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";
const runs = [
  ['light', `axe.run(document, ${whole})`],
  ['dark', `axe.run(document, { runOnly: ${colours} })`],
] as const;

/* One page for all of them: a new one, and axe in it, cost more than what is looked at. */
describe('to look at', () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });
  afterAll(() => page.context().close());

  // Bulletins have a test of their own, emails/access.browser.test.ts.
  it.each(pages)(
    '%s has no accessibility fault on a phone or a desk, light or dark, nor scrolls sideways',
    async (path) => {
      await page.setViewportSize(viewports[0]);
      await page.goto(origin + path);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      // But for the menu of a phone, which lies over the page while it is open.
      await page.evaluate(
        `document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; })`,
      );
      await page.evaluate(axe);
      for (const viewport of viewports) {
        await page.setViewportSize(viewport);
        for (const [colorScheme, run] of runs) {
          await page.emulateMedia({ colorScheme });
          const { passes, violations }: { passes: { id: string }[]; violations: Violation[] } =
            await page.evaluate(run);
          const faults = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`,
          );
          expect(faults, `${colorScheme}, ${viewport.width} pixels`).toEqual([]);
          const looked = colorScheme === 'light' ? 'target-size' : 'color-contrast';
          expect(passes.map(({ id }) => id)).toContain(looked);
        }
      }
    },
  );
});

it('the open menu of a phone has no accessibility fault, light or dark', async () => {
  const context = await browser.newContext({ viewport: viewports[0], bypassCSP: true });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('link', { name: 'Known issues' }).first().waitFor();
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations }: { violations: { id: string }[] } = await page.evaluate(
      `axe.run('header', ${whole})`,
    );
    expect(
      violations.map(({ id }) => id),
      colorScheme,
    ).toEqual([]);
  }
  await context.close();
});

describe('an address that people have kept', () => {
  it('leads to where the page is now, and its document is found by no search engine', async () => {
    const page = await browser.newPage();
    const led: string[] = [];
    for (const path of moved) {
      await page.goto(origin + path);
      await page.waitForURL(/whats-on/);
      led.push(`${path} ${new URL(page.url()).pathname}`);
    }
    await page.close();
    expect(led).toEqual([
      '/actions/ /whats-on/',
      '/actions/providers/ /whats-on/providers/',
      '/actions/schools/ /whats-on/schools/',
      '/events/ /whats-on/',
    ]);
  });
});

describe('every page', () => {
  const seen: ({ path: string; title: string; words: string } & ReturnType<typeof lookAround>)[] =
    [];
  const requests: string[] = [];
  let cookies = 0;
  beforeAll(async () => {
    const page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    for (const path of pages) {
      await page.goto(origin + path);
      const words = await page.locator('body').innerText();
      seen.push({ path, title: await page.title(), words, ...(await page.evaluate(lookAround)) });
    }
    cookies = (await page.context().cookies()).length;
    await page.close();
  });

  it.each(pages)('%s has no script, or says the same with JavaScript off', async (path) => {
    const html = await (await fetch(origin + path)).text();
    if (!/<script|\son\w+=/i.test(html)) return;
    const said = async (javaScriptEnabled: boolean) => {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(origin + path);
      const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
      await context.close();
      return words;
    };
    const without = await said(false);
    expect(without.length).toBeGreaterThan(40);
    // The search alone needs it, and says so.
    if (path === '/search/') expect(without).toContain('JavaScript');
    else expect(without).toBe(await said(true));
  });

  it('has a title and one h1 of its own, and headings that skip no level', () => {
    const titles = new Map<string, string>();
    for (const { path, title, levels } of seen) {
      expect(titles.get(title), `${path} is called as another page`).toBeUndefined();
      titles.set(title, path);
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      levels.forEach((level, index) =>
        expect(level - (levels[index - 1] ?? 0), `${path}: ${levels}`).toBeLessThanOrEqual(1),
      );
    }
  });

  it('reads well from heading to heading and from link to link', () => {
    for (const { path, anchors, links } of seen) {
      // A link to itself would have every heading say its name twice.
      expect(anchors, path).toBe(0);
      const places = Map.groupBy(links, ({ name }) => name);
      const ambiguous = [...places]
        .map(([name, to]) => [name, new Set(to.map((one) => one.to))] as const)
        .filter(([, to]) => to.size > 1)
        .map(([name, to]) => `“${name}” leads to ${[...to].join(' and to ')}`);
      expect(ambiguous, path).toEqual([]);
    }
  });

  it('never runs a word into the next where one is a link, a date, a name or set apart', () => {
    // What templates fill in from content/site.yaml, with a letter at either side.
    const filled = [
      publication().name,
      publication().organisation.en,
      publication().newsletter,
    ].join('|');
    const names = new RegExp(`(?:${filled})\\p{L}|\\p{L}(?:${filled})`, 'u');
    for (const { path, glued, words } of seen) {
      expect(glued, path).toEqual([]);
      expect(words.match(names), path).toBeNull();
    }
  });

  it('asks no other host for anything and sets no cookie', () => {
    expect(seen.map(({ path }) => path)).toEqual(pages);
    expect(requests.length).toBeGreaterThan(pages.length);
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(cookies).toBe(0);
  });

  it('has every picture that it shows, as every bulletin does', async () => {
    const pictures = new Set(seen.flatMap((one) => one.pictures));
    for (const file of files.filter((one) => one.startsWith('bulletins/'))) {
      const html = await readFile(join(folder, file), 'utf8');
      for (const [, src = ''] of html.matchAll(/<img[^>]*\ssrc="([^"]+)"/g))
        pictures.add(new URL(src, origin).href);
    }
    expect(pictures.size).toBeGreaterThan(0);
    for (const src of pictures) expect((await fetch(src)).status, src).toBe(200);
  });

  it('begins on a phone within 140 pixels, and opens its menu without a script', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    for (const path of pages.filter((one) => !one.startsWith('/help/'))) {
      await page.goto(origin + path);
      const box = await page.locator('.masthead').boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? Infinity), path).toBeLessThanOrEqual(140);
    }
    const ways = page.locator('.menu a');
    expect(await ways.first().isVisible()).toBe(false);
    await page.locator('.menu summary').press('Enter');
    expect(await ways.count()).toBe(7);
    for (const way of await ways.all()) expect(await way.isVisible()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    expect(await page.locator('.menu summary').isVisible()).toBe(false);
    for (const way of await ways.all()) expect(await way.isVisible()).toBe(true);
    await context.close();
  });

  it('of guidance names every section in its contents, which stay within reach', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    for (const path of pages.filter((one) => /^\/guidance\/[^/]+\/$/.test(one))) {
      await page.goto(origin + path);
      const named = await page.locator('.document-side .contents a').allInnerTexts();
      const sections = await page.locator('.document-text h2').allInnerTexts();
      expect(named, path).toEqual(sections);
      await page.locator('.document-text h2').nth(3).scrollIntoViewIfNeeded();
      const back = page.locator('.to-contents a');
      expect(await back.isVisible(), path).toBe(true);
      await back.click();
      await page.waitForFunction(
        () => (document.querySelector('#contents-title')?.getBoundingClientRect().top ?? -1) >= 0,
      );
    }
    await page.close();
  });
});

/** What stands on a page; runs in the browser. */
function lookAround() {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const edge = /[\p{L}\p{N},.:;]$/u;
  return {
    levels: all('h1,h2,h3,h4,h5,h6').map(({ tagName }) => Number(tagName[1])),
    anchors: all(':is(h1,h2,h3,h4,h5,h6) .anchor').length,
    links: all('main a').map((a) => ({
      name: (a.getAttribute('aria-label') ?? a.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      // Two parts of one other page, named after that page, confuse nobody.
      to: (a.getAttribute('href') ?? '').replace(/(.)#.*/, '$1'),
    })),
    glued: all('main a, main time, main strong, main em, main span')
      .filter((element) => getComputedStyle(element).display === 'inline')
      .filter(({ previousSibling, textContent }) => {
        const before = previousSibling?.textContent ?? '';
        return edge.test(before) && /^[\p{L}\p{N}]/u.test(textContent ?? '');
      })
      .map(({ previousSibling, textContent }) => `${previousSibling?.textContent}|${textContent}`),
    pictures: [...document.images].map(({ src }) => src),
  };
}
