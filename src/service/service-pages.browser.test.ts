import { openTestStore } from '../testing/postgres/open-test-store.ts';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../testing/sending/test-run.ts';
import { importList } from '../delivery/lists/import-list.ts';
import { listRecipients } from '../delivery/lists/list-recipients.ts';
import type { Store } from '../delivery/store/store.ts';
import { findSignUp } from '../delivery/signing-up/sign-up.ts';
import { publication, usePublication } from '../publication/site.ts';
import { launchBrowser } from '../testing/browser.ts';
import { createService } from './service.ts';
import { storeHere } from './store/service-store.ts';
import { listen, type Listening } from './http/listen.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const run = 'axe.run(document)';
const now = () => new Date('2026-05-08T09:00:00+12:00');
const before = publication();
let browser: Browser;
let service: Listening;
let store: Store;
let folder: string;
let tokens: string[];
beforeAll(async () => {
  const audiences = before.audiences.map((one) => ({ ...one, public: true }));
  usePublication({ ...before, audiences, regions: ['Northland', 'Otago'] });
  folder = emptyFolder();
  store = openTestStore(folder);
  const file = join(folder, 'list.csv');
  await writeFile(file, 'email\na@kura.example\nb@kura.example\nc@kura.example\n');
  for (const list of ['providers', 'schools'] as const) await importList(store, list, file, now());
  tokens = [...listRecipients(store, 'schools')].flat().map(({ token }) => token);
  store.change(`UPDATE subscriptions SET status = 'bounced' WHERE subscriber = 2`);
  store.change(`UPDATE subscriptions SET status = 'removed' WHERE subscriber = 3`);
  service = await listen(createService({ out: folder, store: storeHere(store), now }), 0);
  browser = await launchBrowser();
});
afterAll(async () => {
  usePublication(before);
  await browser.close();
  await service.close();
  store.close();
  await rm(folder, { recursive: true });
});

/** From the empty page to being on the list, with a mistake on the way; the mail is looked up. */
async function signUp(page: Page, look: () => Promise<void>, address: string) {
  await page.goto(`${service.url}/sign-up`);
  await look();
  await page.getByLabel('Your email address').fill(address);
  await page.getByRole('button').press('Enter');
  await page.getByText('Choose at least one group').waitFor();
  await look();
  await page.getByLabel('Schools and kura').press('Space');
  await page.getByLabel('Only editions that ask me').press('Space');
  await page.getByRole('button').press('Enter');
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await look();
  await page.goto(`${service.url}/sign-up/${findSignUp(store, 'address', address)?.token}`);
  await look();
  await page.getByRole('button', { name: 'start sending them' }).press('Enter');
  await page.getByRole('heading', { name: 'You are on the list' }).waitFor();
  await look();
}

describe.each([
  { colorScheme: 'light', viewport: { width: 320, height: 450 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const)('at $viewport.width pixels in the $colorScheme', (options) => {
  it('the pages to leave and to choose work by keyboard, without a script and without an accessibility fault', async () => {
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => {
      await page.evaluate(axe);
      const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } =
        await page.evaluate(run);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== options.viewport.width) faults.push(`${page.url()} is ${String(width)} wide`);
      for (const { id, nodes } of violations) {
        faults.push(`${page.url()}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      }
    };
    const at = async (path: string) => {
      await page.goto(service.url + path);
      await look();
    };
    await at(`/unsubscribe/${tokens[0]}`);
    await page.getByRole('link', { name: 'See all the bulletins you get' }).click();
    await look();
    await page
      .getByRole('button', { name: 'Stop these bulletins', description: 'Schools' })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    await look();
    await page.getByRole('button', { name: 'Get them again' }).press('Enter');
    await page.getByText('Done. You will get').waitFor();
    await at(`/preferences/${tokens[1]}`);
    await at(`/preferences/${tokens[2]}`);
    await at(`/unsubscribe/${tokens[2]}`);
    await page.getByRole('button', { name: 'Stay off this list' }).press('Enter');
    await page.getByText('any more').waitFor();
    await look();
    store.change(`UPDATE subscriptions SET status = 'removed' WHERE subscriber = 3`);
    await at('/preferences/unknown');
    await signUp(page, look, `new${options.viewport.width}@kura.example`);
    expect(faults).toEqual([]);
    await context.close();
  });
});
