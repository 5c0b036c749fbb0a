import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk } from '../../src/desk/app/desk.ts';
import { createDeskApp } from '../../src/desk/app/desk-app.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { print } from '../command-line/print.ts';
import { sample } from './many-documents.ts';

const path = 'newsletters/2026-05-08.mdx';

/**
 * Measures the desk with the sample edition and 1,000 pages of guidance beside it: from what is typed to its page and its
 * bulletin, what the checks say of it, and the first page.
 */
export default async function benchDesk([words = '1000']: readonly string[] = []): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'panui-bench-'));
  const content = join(place, 'content');
  await cp(sample, content, { recursive: true });
  const page = await readFile(join(content, 'guidance', 'home-education.mdx'), 'utf8');
  // What people call it leads to one page, and no other may claim it.
  const other = page.replace(/^aliases:\n(?: {2}- .*\n)+/m, '');
  for (let number = 0; number < Number(words); number++)
    await writeFile(join(content, 'guidance', `page-${number}.mdx`), other);
  const settings = readSettings({
    PANUI_CONTENT: content,
    PANUI_DATA: join(place, 'data'),
    PANUI_OUT: join(place, 'dist'),
    PANUI_NOW: '2026-05-08T09:00:00+12:00',
  });
  const desk = createDesk(
    () => settings,
    () => undefined,
  );
  const app = createDeskApp(desk, (error) => print(`${error.message}\n`));
  const ask = async (address: string, values?: Record<string, string>) => {
    const init = { headers: { 'Sec-Fetch-Site': 'same-origin' } };
    const body = values && { method: 'POST', body: new URLSearchParams(values) };
    const response = await app.request(`http://localhost/desk${address}`, { ...init, ...body });
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  try {
    const text = await readFile(join(content, path), 'utf8');
    const site = '/preview/site';
    await time('the preview started', () => ask(`/preview/read/${path}`, {}));
    await time('its page for the first time', () => ask(`${site}/newsletters/2026-05-08/`));
    for (const part of ['newsletters/2026-05-08/', 'bulletins/2026-05-08/providers.html']) {
      await median(`typed, to ${part}`, async (turn) => {
        const typed = text.replace('Welcome to the May', `Welcome ${turn} to the May`);
        await ask(`/typed/keep/${path}`, { text: typed, hash: 'bench', slot: 'bench' });
        await ask(`/preview/read/${path}`, {});
        const shown = await ask(`${site}/${part}`);
        if (!shown.includes(`Welcome ${turn} to the May`)) throw new Error('It shows old words.');
      });
    }
    const typed = { text, hash: 'bench', slot: 'bench' };
    await median('what the checks say', () => ask(`/typed/check/${path}`, typed), 3);
    await median('the first page', () => ask('/'), 3);
  } finally {
    desk.preview.stop();
    await rm(place, { recursive: true, force: true });
  }
}

async function time(what: string, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  const milliseconds = Math.round(performance.now() - start);
  print(`${String(milliseconds).padStart(6)} ms  ${what}\n`);
  return milliseconds;
}

async function median(what: string, work: (turn: number) => Promise<unknown>, turns = 15) {
  const all: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    await work(turn);
    all.push(performance.now() - start);
  }
  const sorted = all.toSorted((a, b) => a - b).map((one) => Math.round(one));
  const [middle, worst] = [sorted[sorted.length >> 1], sorted.at(-1)];
  print(`${String(middle).padStart(6)} ms  ${what} (at most ${worst} ms)\n`);
}
