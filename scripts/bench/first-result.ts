import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/delivery/store.ts';
import { createApp } from '../../src/service/app.ts';
import { listen } from '../../src/service/listen.ts';
import { launchBrowser } from '../../src/testing/browser.ts';

/**
 * The time and the bytes from typing a word into the search page of a built site to its first result,
 * in a real browser with an empty cache.
 */
export async function timeFirstResult(
  out: string,
  words: string,
): Promise<{ milliseconds: number; kilobytes: number }> {
  const data = await mkdtemp(join(tmpdir(), 'panui-bench-data-'));
  const store = openStore(data);
  const service = await listen(createApp({ out, store, now: () => new Date() }), 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${service.url}/search/`);
    const field = page.getByLabel('Search for').first();
    await field.focus();
    let bytes = 0;
    page.on('response', async (response) => {
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    const begun = performance.now();
    await field.fill(words);
    await page.locator('.result').first().waitFor();
    const milliseconds = Math.round(performance.now() - begun);
    return { milliseconds, kilobytes: Math.round(bytes / 1000) };
  } finally {
    await browser.close();
    await service.close();
    store.close();
    await rm(data, { recursive: true });
  }
}
