import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { listen, type Listening } from '../../service/http/listen.ts';
import { launchBrowser } from '../../testing/browser.ts';
import { guidance } from '../../testing/content/write-content.ts';
import { editionPath, type MailDesk, mailDesk } from '../../testing/desk/mail-desk.ts';
import { fakeFetch } from '../../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../../testing/sending/fake-provider.ts';
import { readSource } from '../documents/read-source.ts';
import { saveChange } from '../history/save-change.ts';
import { deskListener } from './desk-listener.ts';

/* A day at the desk, in a real browser. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const path = 'guidance/families.mdx';
const killed = 'releases/as-cms-may.mdx';
const start = guidance('Families are welcome to read this.');
let at: MailDesk;
let service: Listening;
let browser: Browser;
let context: BrowserContext;
let small: BrowserContext;
let imported = '';
const faults: string[] = [];

const serve = (port: number) =>
  listen(
    deskListener(at.desk, (error) => void faults.push(String(error))),
    port,
  );

beforeAll(async () => {
  at = await mailDesk({
    files: { [path]: start, 'kupu.yaml': 'words:\n  - Māori\n' },
    now: '2026-05-08T09:00:00+12:00',
  });
  [service, browser] = await Promise.all([serve(0), launchBrowser()]);
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

async function open(address: string, from = context): Promise<Page> {
  const page = await from.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${service.url}${address}`);
  // The text as it is written: the editor has tests of its own.
  if (address.startsWith('/desk/write/') && from !== small) await page.click('text=Edit as text');
  return page;
}

/* A program of its own, over the same folders. */
async function startDesk(port: number) {
  const program = 'src/testing/desk/desk-process.ts';
  const env = {
    ...process.env,
    PANUI_CONTENT: at.folder,
    PANUI_DATA: at.data,
    PANUI_OUT: at.out,
    PANUI_NOW: '2026-05-08T09:00:00+12:00',
  };
  const started = spawn(process.execPath, [program, `${port}`], { env });
  started.stderr.on('data', (words) => void faults.push(String(words)));
  const [url] = await once(started.stdout, 'data');
  return { process: started, url: String(url) };
}

const field = (page: Page) => page.locator('#text');
const onDisk = () => readFile(join(at.folder, path), 'utf8');

async function sayName(from: BrowserContext, name: string): Promise<void> {
  const page = await open('/desk/name/', from);
  await page.fill('#name', name);
  await Promise.all([page.waitForURL('**/desk/'), page.click('text=Keep this name')]);
  await page.close();
}

/** Puts words at the end of the text, all at once. */
async function typeAtEnd(page: Page, words: string): Promise<void> {
  // In one step: on a busy machine the field is made ready between two, and the cursor stands elsewhere.
  await field(page).evaluate((element, text) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('there is no field to type in');
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
    document.execCommand('insertText', false, text);
  }, words);
}

describe('a day at the desk', () => {
  it('finds a document as it is typed, and leads to it', async () => {
    await sayName(context, 'Hana');
    const page = await open('/desk/');
    await page.keyboard.press('/');
    await page.keyboard.type('working fam');
    await page.waitForSelector('text=1 document for “working fam”');
    await page.click('text=Working with families');
    await page.waitForURL(`**/desk/write/${path}`);
    await page.close();
  });

  it('tells a missing macron as it is typed, mends it, and saves with a key', async () => {
    const page = await open(`/desk/write/${path}`);
    await typeAtEnd(page, 'Maori families too.');
    await page.click('text=Write “Māori” instead');
    await page.waitForURL('**done=mended');
    expect(await field(page).inputValue()).toContain('Māori families too.');
    expect(await onDisk()).toBe(start);
    await page.keyboard.press('Control+s');
    await page.waitForURL('**done=saved');
    expect(await onDisk()).toBe(`${start}Māori families too.`);
    await page.close();
  });

  it('leads to the place of a finding, marked', async () => {
    const page = await open(`/desk/write/${path}`);
    await typeAtEnd(page, '\n\nWrite by the 8th of May.');
    await page.locator('.to-place').first().click();
    const marked = await field(page).evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    );
    expect(marked).toBe('8th of May');
    await page.close();
  });

  it('has what was typed again when the desk was away, from the browser alone', async () => {
    const page = await open(`/desk/write/${path}`);
    const { port } = service;
    await service.close();
    await typeAtEnd(page, ' While it was away.');
    await page.waitForSelector('text=The desk does not answer.');
    await page.close();
    service = await serve(port);
    const again = await open(`/desk/write/${path}`);
    expect(await field(again).inputValue()).toContain('While it was away.');
    await again.waitForSelector('text=/Kept at 9am.*not saved yet/');
    await again.close();
  });

  it('has what was typed again when the desk was killed, in another browser too', async () => {
    const first = await startDesk(0);
    const home = service;
    onTestFinished(() => void (service = home));
    service = { ...home, url: first.url };
    const page = await open(`/desk/write/${killed}`);
    await typeAtEnd(page, ' A sentence that was kept.');
    await page.waitForSelector('text=/Kept at 9am.*not saved yet/');
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    await typeAtEnd(page, ' And one that was not.');
    await page.waitForSelector('text=The desk does not answer.');
    const second = await startDesk(Number(new URL(first.url).port));
    const other = await browser.newContext();
    await other.addCookies(await context.cookies());
    const elsewhere = await open(`/desk/write/${killed}`, other);
    expect(await field(elsewhere).inputValue()).toMatch(/A sentence that was kept\.$/);
    await page.reload();
    await page.click('text=Edit as text');
    expect(await field(page).inputValue()).toMatch(/was kept\. And one that was not\.$/);
    second.process.kill();
    await other.close();
    await page.close();
  });

  it('names whoever has the same document open', async () => {
    const other = await browser.newContext();
    await sayName(other, 'Wiremu');
    const page = await open(`/desk/write/${path}`, other);
    const mine = await open(`/desk/write/${path}`);
    await mine.waitForSelector('text=Wiremu has this open too.');
    await page.waitForSelector('text=Hana has this open too.', { timeout: 10_000 });
    await other.close();
    await mine.close();
  });
});

describe('a file that was written elsewhere', () => {
  it('is dropped, looked at by keyboard, and becomes a draft without what was left', async () => {
    const page = await open('/desk/new/');
    await Promise.all([
      page.waitForURL('**/desk/import/*'),
      page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File(['Plans\n\nKia ora koutou\n\nThey are ready.'], 'plans.txt'));
        const drop = new DragEvent('drop', {
          dataTransfer: files,
          bubbles: true,
          cancelable: true,
        });
        const day = document.querySelector<HTMLInputElement>('#import-on');
        if (day) day.value = '2026-06-19';
        document.querySelector('#written-elsewhere')?.dispatchEvent(drop);
      }),
    ]);
    imported = new URL(page.url()).pathname;
    const greeting = page.getByRole('checkbox', {
      name: 'Greeting – In te reo Māori: Kia ora koutou',
    });
    await greeting.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Show it with what is ticked' }).focus();
    await Promise.all([page.waitForURL('**leave=*'), page.keyboard.press('Enter')]);
    expect(await greeting.isChecked()).toBe(false);
    expect(await page.locator('.draft').innerText()).toContain('Kia ora koutou\n\nThey are ready.');
    await page.close();
  });
});

/** What axe finds on a page, and by how much it is wider than the window. */
async function look(page: Page): Promise<{ found: string[]; wider: number }> {
  await page.evaluate(axe);
  const found = await page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
  );
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return { found, wider };
}

describe('an edition on its way to everybody', () => {
  const hub = '/desk/mail/2026-05-08/providers/';

  it('is approved by somebody else, sent by number, and answered for, without a terminal', async () => {
    const { hash, original } = await readSource(at.folder, editionPath);
    const order = { path: editionPath, hash, text: `${original}\nNgā mihi.\n` };
    await saveChange(at.desk.settings(), order, 'Hana');
    await at.build();
    const provider = fakeProvider({ now: () => at.clock.now().getTime() });
    vi.stubGlobal('fetch', fakeFetch(provider));
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await sayName(phone, 'Wiremu');

    const hers = await open(`${hub}approve/`);
    await hers.waitForSelector('text=who wrote last cannot approve alone');
    await hers.close();
    const page = await open('/desk/mail/', phone);
    const fine = async () => expect(await look(page)).toEqual({ found: [], wider: 0 });
    await fine();
    await page.click('text=Providers');
    await page.waitForSelector('text=Read and approve it');
    await fine();
    await page.click('text=Read and approve it');
    await page.waitForSelector('text=What you approve');
    await fine();
    await page.click('text=I have read it, and approve it');
    await page.waitForSelector('text=Approved. It holds for exactly these bytes.');
    await page.click('text=See every message');
    await page.click('text=p2@kura.example');
    await page.frameLocator('iframe').locator('text=Kia ora koutou').waitFor();
    await fine();

    await page.goto(`${service.url}${hub}send/`);
    await fine();
    await page.fill('#expect', '4');
    await page.click('button:has-text("Send it")');
    await page.waitForSelector('text=It was not sent');
    expect(provider.taken).toEqual([]);
    await page.fill('#expect', '3');
    await page.click('button:has-text("Send it")');
    await page.waitForSelector('text=It is handed over');
    await at.carry();
    // It follows by itself.
    await page.waitForSelector('text=3 of 3 are settled');
    await page.waitForSelector('text=Download the record');
    await fine();
    expect(provider.taken.map(({ to }) => to).toSorted()).toEqual(
      [1, 2, 3].map((one) => `p${one}@kura.example`),
    );
    await page.click('text=All that was done');
    await page.waitForSelector('text=none changed since');
    await fine();
    const trail = await page.locator('main').innerText();
    expect(trail).toMatch(/Wiremu started sending[\s\S]*Wiremu approved/);
    await phone.close();
    vi.unstubAllGlobals();
  });
});

describe('every page of the desk', () => {
  it.each(['light', 'dark'] as const)('passes axe, and fits a phone: %s', async (colorScheme) => {
    small = await browser.newContext({
      colorScheme,
      viewport: { width: 360, height: 740 },
    });
    for (const address of [
      '/desk/',
      '/desk/?q=nothing',
      '/desk/new/',
      '/desk/publish/',
      '/desk/mail/2026-05-08/providers/',
      '/desk/help/',
      '/desk/name/',
      `/desk/write/${path}`,
      `/desk/ready/${path}`,
      `/desk/history/${path}`,
      imported,
    ]) {
      const page = await open(address, small);
      if (address.startsWith('/desk/write/')) await page.waitForSelector('.editor-surface');
      const { found, wider } = await look(page);
      expect({ address, found, wider }).toEqual({ address, found: [], wider: 0 });
      await page.close();
    }
    await small.close();
  });

  it('runs without a fault, and nothing that its policy refuses', () => {
    expect(faults).toEqual([]);
  });
});
