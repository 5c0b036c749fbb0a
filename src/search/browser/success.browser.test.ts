import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../testing/browser.ts';
import { measureSuccess } from '../../testing/queries/measure-success.ts';
import { queries } from '../../testing/queries/queries.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the labelled queries', () => {
  it('find their answer first in more than 90 %, and among the first three in more than 98 %', async () => {
    const page = await browser.newPage();
    const { answers, at1, at3 } = await measureSuccess(page, inject('siteUrl'), queries);
    const missed = answers
      .filter(({ place }) => place === undefined || place > 1)
      .map(({ query, found }) => `${query.words}: ${found.slice(0, 3).join(' ')}`)
      .join('\n');
    expect(answers.length).toBeGreaterThanOrEqual(60);
    expect(at1, missed).toBeGreaterThan(0.9);
    expect(at3, missed).toBeGreaterThan(0.98);
  }, 180_000);
});
