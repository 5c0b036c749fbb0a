import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { mailingById } from '../src/content/views/mailings.ts';
import { contentReader } from '../src/content/reading/read-content.ts';
import { readTextPart } from '../src/checks/parity/read-text-part.ts';
import { parseHtml, readHtml } from '../src/checks/parity/read-html.ts';
import { contentOf } from '../src/testing/content/content-of.ts';
import { edition, writeContent } from '../src/testing/content/write-content.ts';
import { origin } from '../src/testing/editions/sample-bulletins.ts';
import { renderBulletin } from './render.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function bulletinOf(text: string) {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': text });
  folders.push(folder);
  const content = await contentReader(folder, true, () => true)();
  const mailing = mailingById(content, '2026-05-08');
  const Content = contentOf(mailing.body);
  const { bulletin } = await renderBulletin(mailing, Content, 'schools', content, origin);
  return bulletin;
}

const words = 'Kia ora.\n';
const mark =
  'draft nobody gets this it cannot be approved or sent while its file says state draft friday 8 may 2026';

it('says at the top of both parts that a bulletin is that of a draft', async () => {
  const { html, text } = await bulletinOf(edition(words).replace('---\n', '---\nstate: draft\n'));
  expect(readHtml(parseHtml(html), { url: origin }).words).toContain(mark);
  expect(readTextPart(text).words).toContain(mark);
});

it('says nothing of that in any other', async () => {
  const { html, text } = await bulletinOf(edition(words));
  expect(html + text).not.toMatch(/draft/i);
});
