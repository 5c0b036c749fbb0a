import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { composeMessage } from '../src/delivery/messages/compose-message.ts';
import { listBulletins } from '../src/delivery/bulletins/list-bulletins.ts';
import { readBulletin } from '../src/delivery/bulletins/read-bulletin.ts';
import { elementsOf, parseHtml } from '../src/checks/parity/read-html.ts';
import { launchBrowser } from '../src/testing/browser.ts';

const out = inject('siteFolder');
const site = inject('siteUrl');
const built = await listBulletins(out);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const looks = [320, 360, 640, 700].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.each(looks)('at $width pixels in the $colorScheme', ({ width, colorScheme }) => {
  it.each(built)('$edition for $audience fits, and its buttons are 44 pixels high', async (one) => {
    const { html } = await readBulletin(out, one.edition, one.audience);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const heights = await page
      .locator('td[bgcolor] > a')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(Math.min(44, ...heights)).toBe(44);
    await context.close();
  });

  it('fits with pictures turned off, when what they tell stands in their place', async () => {
    const { html } = await readBulletin(out, '2026-05-08', 'schools');
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    await context.route(/\.(?:png|jpe?g)$/, (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html);
    expect(await page.locator('img').count()).toBeGreaterThan(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await context.close();
  });
});

describe('where a program drops the head, as Gmail does on some phones', () => {
  it.each(built)('$edition for $audience fits 320 pixels all the same', async (one) => {
    const { html } = await readBulletin(out, one.edition, one.audience);
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.setContent(html.replaceAll(/<style[^]*?<\/style>/g, ''));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });
});

describe('the sample bulletins', () => {
  it('have buttons to look at', async () => {
    const { html } = await readBulletin(out, '2026-05-08', 'schools');
    expect(html.match(/<td[^>]*bgcolor[^>]*><a /g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  it.each(built)('lead nowhere that is not built: $edition for $audience', async (one) => {
    const { html, text } = await readBulletin(out, one.edition, one.audience);
    const links = [
      ...[...html.matchAll(/href="(http[^"]*)"/g)].map(([, to = '']) => to),
      ...(text.match(/https?:\S+/g) ?? []),
    ].filter((to) => to.startsWith(site));
    // A correction has two of its own and four at its foot, in each part.
    expect(links.length).toBeGreaterThanOrEqual(10);
    for (const link of new Set(links)) {
      const { pathname, hash } = new URL(link);
      const file = join(out, pathname.replace(/\/$/, '/index.html'));
      expect(existsSync(file), link).toBe(true);
      if (hash === '') continue;
      const tree = parseHtml(await readFile(file, 'utf8'));
      const anchor = elementsOf(tree).find(
        ({ properties }) => `#${String(properties['id'])}` === hash,
      );
      expect(anchor, link).toBeDefined();
    }
  });

  it.each(built)('arrive whole in another program: $edition for $audience', async (one) => {
    const bulletin = await readBulletin(out, one.edition, one.audience);
    const recipient = { name: 'Sample', address: 'sample@kura.example', token: 'A'.repeat(22) };
    const now = new Date('2026-05-08T09:00:00+12:00');
    const message = await PostalMime.parse(
      await composeMessage(bulletin, recipient, { siteUrl: site, now }),
    );
    const left = new RegExp(`${site}/\\S*?${recipient.token}[^\\s"]*`, 'g');
    const same = (part = '') =>
      part.replaceAll('\r\n', '\n').replaceAll(left, '{{UNSUBSCRIBE_URL}}').trim();
    expect(message.subject).toBe(bulletin.subject);
    expect(same(message.html)).toBe(bulletin.html.trim());
    expect(same(message.text)).toBe(bulletin.text.trim());
  });
});
