import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openStore } from '../../src/delivery/store/open-store.ts';
import { createService } from '../../src/service/service.ts';
import { storeHere } from '../../src/service/store/service-store.ts';
import { listen } from '../../src/service/http/listen.ts';
import { launchBrowser } from '../../src/testing/browser.ts';

/** How long a reader waits for the first result, in milliseconds, and what a search fetches, in kilobytes. */
export interface FirstResult {
  /** From words pasted into the page, and from the last letter of words typed, ten letters a second. */
  pasted: number;
  typed: number;
  /** Over the wire, headers included: all that search needs before a word is typed, and then for the result. */
  before: number;
  after: number;
}

/** Measures the first result for words on the search page of a built site, in a real browser with an empty cache. */
export async function timeFirstResult(out: string, words: string): Promise<FirstResult> {
  const data = await mkdtemp(join(tmpdir(), 'panui-bench-data-'));
  const store = openStore({ data });
  const service = await listen(
    createService({ out, store: storeHere(store), now: () => new Date() }),
    0,
  );
  const browser = await launchBrowser();
  const ask = async (write: (field: Locator) => Promise<void>) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const scripts = new Set<string>();
    let bytes = 0;
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script' || response.url.includes('/pagefind/')) scripts.add(requestId);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${service.url}/search/`, { waitUntil: 'networkidle' });
    const before = bytes;
    await page.evaluate(watch);
    await write(page.getByLabel('Search for').first());
    await page.locator('.result').first().waitFor();
    const milliseconds = Number(await page.evaluate(() => Reflect.get(window, 'waited')));
    await page.waitForLoadState('networkidle');
    await context.close();
    return { milliseconds: Math.round(milliseconds), before, after: bytes - before };
  };
  try {
    const pasted = await ask((field) => field.fill(words));
    const typed = await ask((field) => field.pressSequentially(words, { delay: 100 }));
    return {
      pasted: pasted.milliseconds,
      typed: typed.milliseconds,
      before: Math.round(pasted.before / 1000),
      after: Math.round(pasted.after / 1000),
    };
  } finally {
    await browser.close();
    await service.close();
    store.close();
    await rm(data, { recursive: true });
  }
}

/** Runs in the page: notes the time from the last input to the first result that answers it. */
function watch(): void {
  let last = 0;
  document.addEventListener('input', () => (last = performance.now()), { capture: true });
  const list = document.querySelector('#search-results') ?? document.body;
  new MutationObserver(() => {
    Reflect.set(window, 'waited', performance.now() - last);
  }).observe(list, { childList: true });
}
