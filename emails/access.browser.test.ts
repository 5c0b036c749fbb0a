import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contrast } from '../src/publication/contrast.ts';
import { launchBrowser } from '../src/testing/browser.ts';
import { pushedByLongWords } from '../src/testing/look/pushed-by-long-words.ts';
import { readSeen } from '../src/testing/look/read-look.ts';
import { sampleBulletins } from '../src/testing/editions/sample-bulletins.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const bulletins = (await sampleBulletins()).map(({ rendered: { bulletin } }) => bulletin);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/* Outlook on the web puts its marks on what it recoloured; on <html> they reach everything. */
const asOutlook = (html: string) => html.replace('<html', '<html data-ogsc="" data-ogsb=""');
const looks = [
  { look: 'in the light', dark: false, outlook: false },
  { look: 'in the dark', dark: true, outlook: false },
  { look: 'in the dark of Outlook on the web', dark: false, outlook: true },
] as const;

interface Findings {
  passes: { id: string }[];
  violations: { id: string; nodes: { html: string }[] }[];
}

/* What another look changes is colours alone. */
let page: Page;
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 360, height: 800 } });
});
afterEach(() => page.close());

/** Shows a bulletin in each look, one after the other. */
async function inEachLook(html: string, work: (look: string) => Promise<void>): Promise<void> {
  await page.setContent(html);
  for (const { look, dark, outlook } of looks) {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    if (outlook) await page.setContent(asOutlook(html));
    await work(look);
  }
}

const wordsSeen = async () => (await readSeen(page)).filter(({ words }) => words !== '');

describe('every sample bulletin and every example', () => {
  it.each(bulletins)(
    'is pushed sideways by no word of 85 letters: $edition for $audience',
    async ({ html }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.setContent(html);
      expect(await pushedByLongWords(page, 320)).toEqual([]);
    },
  );

  it.each(bulletins)(
    'has no finding of axe, light, dark or in Outlook on the web: $edition for $audience',
    async ({ html }) => {
      await inEachLook(html, async (look) => {
        await page.evaluate(`globalThis.axe ?? (() => { ${axe} })()`);
        const rules = look === looks[0].look ? '' : "{ runOnly: ['cat.color'] }";
        const { violations, passes }: Findings = await page.evaluate(`axe.run(${rules})`);
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`),
          look,
        ).toEqual([]);
      });
    },
  );

  /* WCAG 2.2, 1.4.3. Programs that know no dark colours turn each of these about. */
  it.each(bulletins)(
    'sets words at 4.5 to 1, and still does when every colour is turned about: $edition for $audience',
    async ({ html }) => {
      const shown = new Map<string, string[]>();
      await inEachLook(html, async (look) => {
        const seen = await wordsSeen();
        shown.set(
          look,
          seen.map(({ words, colour, ground }) => `${words} ${colour} ${ground}`),
        );
        expect(seen.length).toBeGreaterThan(10);
        const faint = seen.flatMap(({ words, colour, ground }) => {
          const ratio = contrast(colour, ground);
          const turned = contrast(inverse(colour), inverse(ground));
          return Math.min(ratio, turned) < 4.5
            ? [`“${words}”: ${colour} on ${ground} is ${ratio}, turned about ${turned}`]
            : [];
        });
        expect(faint, look).toEqual([]);
      });
      // Outlook on the web shows in the dark the colours that others show there.
      const [light, dark, outlook] = looks.map(({ look }) => shown.get(look));
      expect(dark).not.toEqual(light);
      expect(outlook).toEqual(dark);
    },
  );

  it.each(bulletins)(
    'is dark beside the sheet too, on a wide screen: $edition for $audience',
    async ({ html }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.setContent(html);
      const sides = await page.evaluate(() =>
        [...document.elementsFromPoint(20, 300)]
          .map((element) => getComputedStyle(element).backgroundColor)
          .filter((colour) => !/^rgba\(.*, 0\)$/.test(colour)),
      );
      const sheet = await page.evaluate(() => {
        const found = document.querySelector('.sheet');
        return found && getComputedStyle(found).backgroundColor;
      });
      expect(sides[0]).toBe(sheet);
    },
  );
});

const inverse = (colour: string) =>
  `#${(0xffffff - Number.parseInt(colour.slice(1), 16)).toString(16).padStart(6, '0')}`;
