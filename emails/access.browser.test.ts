import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  { look: 'in the light', dark: false, change: (html: string) => html },
  { look: 'in the dark', dark: true, change: (html: string) => html },
  { look: 'in the dark of Outlook on the web', dark: false, change: asOutlook },
];

const show = async (html: string, dark: boolean, work: (page: Page) => Promise<void>) => {
  const colorScheme = dark ? 'dark' : 'light';
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, colorScheme });
  await page.setContent(html);
  await work(page);
  await page.close();
};

it.each(bulletins)(
  'is pushed sideways by no word of 85 letters: $edition for $audience',
  async ({ html }) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.setContent(html);
    expect(await pushedByLongWords(page, 320)).toEqual([]);
    await page.close();
  },
);

describe.each(looks)('every sample bulletin and every example, $look', ({ dark, change }) => {
  it.each(bulletins)('has no finding of axe: $edition for $audience', async ({ html }) => {
    await show(change(html), dark, async (page) => {
      await page.evaluate(axe);
      const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } =
        await page.evaluate('axe.run()');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`),
      ).toEqual([]);
    });
  });

  /* WCAG 2.2, 1.4.3. Programs that know no dark colours turn each of these about. */
  it.each(bulletins)(
    'sets words at 4.5 to 1, and still does when every colour is turned about: $edition for $audience',
    async ({ html }) => {
      await show(change(html), dark, async (page) => {
        const seen = (await readSeen(page)).filter(({ words }) => words !== '');
        expect(seen.length).toBeGreaterThan(10);
        const faint = seen.flatMap(({ words, colour, ground }) => {
          const ratio = contrast(colour, ground);
          const turned = contrast(inverse(colour), inverse(ground));
          return Math.min(ratio, turned) < 4.5
            ? [`“${words}”: ${colour} on ${ground} is ${ratio}, turned about ${turned}`]
            : [];
        });
        expect(faint).toEqual([]);
      });
    },
  );
});

const inverse = (colour: string) =>
  `#${(0xffffff - Number.parseInt(colour.slice(1), 16)).toString(16).padStart(6, '0')}`;

describe('in the dark', () => {
  it.each(bulletins)(
    'Outlook on the web shows the colours that others show: $edition for $audience',
    async ({ html }) => {
      const colours: string[][] = [];
      for (const { dark, change } of looks.slice(1)) {
        await show(change(html), dark, async (page) => {
          const seen = (await readSeen(page)).filter(({ words }) => words !== '');
          colours.push(seen.map(({ words, colour, ground }) => `${words} ${colour} ${ground}`));
        });
      }
      expect(colours[1]).toEqual(colours[0]);
    },
  );

  it.each(bulletins)(
    'is dark beside the sheet too, on a wide screen: $edition for $audience',
    async ({ html }) => {
      await show(html, true, async (page) => {
        await page.setViewportSize({ width: 1280, height: 800 });
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
      });
    },
  );
});
