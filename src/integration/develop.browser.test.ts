import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unsavedVariable } from '../content/reading/kept-texts.ts';
import { createDesk } from '../desk/app/desk.ts';
import { deskListener } from '../desk/app/desk-listener.ts';
import { unsavedFolder } from '../desk/documents/keep-unsaved.ts';
import type { PreviewServer } from '../desk/preview/preview-server.ts';
import { listen } from '../service/http/listen.ts';
import { readSettings } from '../settings/settings.ts';
import { followPath } from './follow-typing.ts';
import { launchBrowser } from '../testing/browser.ts';

/* `npm run dev` on a copy of the sample, in a real browser. */

const astro = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
let content: string;
let data: string;
let server: ChildProcess;
let origin: string;
let printed = '';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const get = async (path: string) => {
  const response = await fetch(`${origin}${path}`);
  return { status: response.status, text: await response.text() };
};

/** Asks again until the answer will do, for at most ten seconds. */
async function until(path: string, will: (answer: { status: number; text: string }) => boolean) {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await get(path).catch(() => ({ status: 0, text: '' }));
    if (will(answer)) return answer;
    await setTimeout(50);
  }
  throw new Error(`${path} did not come. The server said:\n${printed}`);
}

const change = async (file: string, words: string, others: string) => {
  const path = join(content, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(words);
  await writeFile(path, text.replace(words, others));
};

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'panui-develop-'));
  await cp('content', content, { recursive: true });
  data = await mkdtemp(join(tmpdir(), 'panui-desk-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const { VITEST: _, ...environment } = process.env;
  server = spawn(process.execPath, [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)], {
    env: {
      ...environment,
      NODE_ENV: 'development',
      PANUI_CONTENT: content,
      [unsavedVariable]: unsavedFolder(data),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  server.stdout?.on('data', (chunk) => (printed += String(chunk)));
  server.stderr?.on('data', (chunk) => (printed += String(chunk)));
  await until('/copyright/', ({ status }) => status === 200);
});
afterAll(async () => {
  server.kill();
  await rm(content, { recursive: true });
  await rm(data, { recursive: true });
});

const isThere = ({ status }: { status: number }) => status === 200;

it('shows a saved document', async () => {
  const page = '/guidance/home-education/';
  await until(page, isThere);
  await change('guidance/home-education.mdx', 'summary: ', 'summary: Kākāpō came first. ');
  await until(page, ({ text }) => text.includes('Kākāpō came first.'));
});

it('shows a new document, with its search record and in the bulletin that quotes it', async () => {
  const issue = await readFile(join(content, 'known-issues/ki-007.mdx'), 'utf8');
  const own = issue
    .replace(/^aliases:\n(?: {2}- .*\n)*/m, '')
    .replace(/^audiences: .*$/m, 'audiences: [schools, providers]')
    .replace(/^title: .*$/m, 'title: Xylophones jam');
  await writeFile(join(content, 'known-issues/ki-099.mdx'), own);
  expect((await until('/known-issues/ki-099/', isThere)).text).toContain('Xylophones jam');

  await change(
    'newsletters/2026-05-08.mdx',
    '<KnownIssue id="',
    '<KnownIssue id="ki-099" />\n\n<KnownIssue id="',
  );
  await until('/bulletins/2026-05-08/providers.html', ({ text }) => text.includes('Xylophones'));

  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${origin}/search/?q=xylophones`);
  await page
    .getByRole('link', { name: /Xylophones jam/ })
    .first()
    .waitFor();
  await browser.close();
});

it('shows at the desk what is typed and not saved, as page and as bulletin', async () => {
  const settings = readSettings({
    PANUI_CONTENT: content,
    PANUI_DATA: data,
    PANUI_OUT: `${data}-out`,
  });
  const preview: PreviewServer = {
    origin: () => Promise.resolve(origin),
    readAgain: async () => {
      await fetch(`${origin}${followPath}`, { method: 'POST' });
      return [];
    },
    stop: () => undefined,
  };
  const faults: string[] = [];
  const desk = {
    ...createDesk(
      () => settings,
      () => undefined,
    ),
    preview,
  };
  const listener = deskListener(desk, ({ message }) => void faults.push(message));
  const [service, browser] = await Promise.all([listen(listener, 0), launchBrowser()]);
  const context = await browser.newContext();
  const path = 'newsletters/2026-05-08.mdx';
  const [asPage, asBulletin, writing] = await Promise.all(
    [`preview/${path}`, `preview/${path}?show=bulletin`, `write/${path}`].map(async (address) => {
      const page = await context.newPage();
      await page.goto(`${service.url}/desk/${address}`);
      return page;
    }),
  );
  await writing?.click('text=Edit as text');
  const field = writing?.locator('#text');
  const greeted = '<Greeting mi="Kia ora koutou" />';
  const typed = (await field?.inputValue())?.replace(greeted, `${greeted}\n\nA takahē greets you.`);
  await field?.fill(typed ?? '');
  const greeting = 'text=A takahē greets you.';
  await asPage?.frameLocator('iframe').locator(greeting).waitFor();
  await asBulletin?.frameLocator('iframe >> nth=0').locator(greeting).first().waitFor();
  expect(await readFile(join(content, path), 'utf8')).not.toContain('takahē');
  expect((await get('/newsletters/2026-05-08/')).text).toContain('takahē');
  expect(faults).toEqual([]);
  await browser.close();
  await service.close();
  await rm(join(data, 'desk'), { recursive: true });
});

it('says all that is wrong, with file and line, until it is mended', async () => {
  const page = '/guidance/home-education/';
  await change('guidance/home-education.mdx', 'title: ', 'titel: ');
  await change('known-issues/ki-099.mdx', 'system: ', 'sytem: ');
  await until(page, ({ status }) => status === 500);
  const found = ['home-education.mdx:2', 'Write "title" if that', 'ki-099.mdx:4', 'Write "system"'];
  for (const words of found) expect(printed).toContain(words);
  expect(printed).not.toMatch(/ {4}at |Browser APIs/);
  // A search page that stands open asks meanwhile.
  await until('/pagefind/pagefind.js', ({ status }) => status === 500);
  expect(server.exitCode).toBeNull();

  await change('guidance/home-education.mdx', 'titel: ', 'title: ');
  await change('known-issues/ki-099.mdx', 'sytem: ', 'system: ');
  await until(page, isThere);
});
