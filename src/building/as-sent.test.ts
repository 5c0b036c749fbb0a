import { openStore } from '../delivery/store/open-store.ts';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { correction, edition, knownIssue, writeContent } from '../testing/content/write-content.ts';
import { addPeople, testClock, testRun } from '../testing/sending/test-run.ts';
import { runDispatch } from '../delivery/dispatch/run-dispatch.ts';
import { freeze } from '../delivery/ledger/freeze.ts';
import { sealDispatch } from '../delivery/ledger/seal.ts';
import { readBulletin } from '../delivery/bulletins/read-bulletin.ts';
import { readSources } from '../delivery/bulletins/read-sources.ts';
import { recordFolder } from '../delivery/bulletins/record-folder.ts';
import { keepRecord } from '../delivery/record/record-keep.ts';
import { verifyRecord } from '../delivery/record/record-verify.ts';
import { ownPages } from '../testing/content/own-pages.ts';
import { fakeFetch } from '../testing/sending/fake-fetch.ts';
import { fakeProvider } from '../testing/sending/fake-provider.ts';
import { type Settings, readSettings } from '../settings/settings.ts';
import { buildSite } from './build-site.ts';

const item = '<Item id="invoices" title="Invoices" action="for-information">';
const letter = (words: string) =>
  edition(`Kia ora.\n\n${item}\n\n${words}\n\n<KnownIssue id="ki-001" />\n\n</Item>`).replace(
    '  schools:',
    '  providers:',
  );
// Everybody who gets the edition that quotes it.
const issue = knownIssue.replace('audiences: [schools]', 'audiences: [schools, providers]');
const name = 'newsletters/2026-05-08.mdx';
let folder: string;
let settings: Settings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-as-sent-'));
  const content = await writeContent({
    ...ownPages,
    [name]: letter('Send them by the 14th.'),
    'known-issues/ki-001.mdx': issue,
  });
  settings = readSettings({
    PANUI_CONTENT: content,
    PANUI_OUT: join(folder, 'dist'),
    PANUI_DATA: join(folder, 'data'),
    PANUI_SITE_URL: 'https://news.example',
    PANUI_NOW: '2026-05-08T09:00:00+12:00',
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
  await rm(settings.content, { recursive: true });
});

const built = (file: string) => readFile(join(settings.out, file), 'utf8');

/** Sends what is built to three people of a provider for tests, as `send` does. */
async function send(): Promise<string> {
  const { data, out, content } = settings;
  const store = openStore({ data });
  const clock = testClock();
  vi.stubGlobal('fetch', fakeFetch(fakeProvider({ now: () => clock.now().getTime() })));
  addPeople(store, 3);
  const bulletin = await readBulletin(out, '2026-05-08', 'providers');
  const sources = await readSources(out, content, '2026-05-08');
  const siteUrl = 'https://news.example';
  const dispatch = freeze(store, { bulletin, sources, siteUrl, expect: 3, now: clock.now() });
  await sealDispatch(store, dispatch);
  await runDispatch(testRun(store, data, dispatch, clock));
  await keepRecord(store, data, '2026-05-08', 'providers');
  store.close();
  return bulletin.html;
}

it('shows a bulletin as it was sent, what it quoted since and what was corrected, however it is built later', async () => {
  await buildSite(settings);
  const html = await send();
  expect(html).toContain('Send them by the 14th.');
  const kept = recordFolder(settings.data, '2026-05-08', 'providers');
  expect((await verifyRecord(kept))?.missing).toEqual([]);
  expect(await readFile(join(kept, 'source', name), 'utf8')).toBe(letter('Send them by the 14th.'));
  expect(await readFile(join(kept, 'source/known-issues/ki-001.mdx'), 'utf8')).toBe(issue);

  await writeFile(join(settings.content, name), letter('Send them by the 15th.'));
  await writeFile(
    join(settings.content, 'known-issues/ki-001.mdx'),
    issue.replace('lastUpdated: 2026-05-07', 'lastUpdated: 2026-05-20'),
  );
  const file = 'corrections/2026-05-12-invoices.mdx';
  await mkdir(join(settings.content, 'corrections'));
  await writeFile(
    join(settings.content, file),
    correction('Sorry.').replace('  schools:', '  providers:'),
  );
  await buildSite(settings);

  expect(await built('bulletins/2026-05-08/providers.html')).toContain('Send them by the 15th.');
  const webUrl = 'https://news.example/newsletters/2026-05-08/providers/';
  expect(await built('bulletins/2026-05-08/providers-as-sent.html')).toBe(
    html.replaceAll('{{UNSUBSCRIBE_URL}}', webUrl),
  );
  const page = await built('newsletters/2026-05-08/providers/index.html');
  expect(page).toContain('href="/bulletins/2026-05-08/providers-as-sent.html"');
  const words = page
    .replaceAll(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(words).toContain('Updated 20 May 2026 , since this edition');
  expect(words).toMatch(/Corrected on 12 May 2026 The date for invoices/);
  expect(words).toMatch(
    /What it said: Send your invoice by 14 May 2026\. What it says now: Send your invoice by 15 May 2026\. Read the correction/,
  );
}, 120_000);
