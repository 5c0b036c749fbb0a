import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Content } from '../content/content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { checkParity } from '../checks/parity/check-parity.ts';
import { documentById } from '../content/content.ts';
import { editionMailing } from '../content/views/mailings.ts';
import { readBulletin } from '../delivery/bulletins/read-bulletin.ts';
import { readSettings } from '../settings/settings.ts';
import { dayAt } from '../dates/new-zealand.ts';
import { builtAt } from '../testing/built-at.ts';
import { expectParity } from './expect-parity.ts';

/* The day for which the tests' site is built. */
const now = builtAt;

let content: Content;
let out: string;

beforeAll(async () => {
  content = await readContent(readSettings({}).content);
  out = await mkdtemp(join(tmpdir(), 'panui-parity-'));
  await cp(inject('siteFolder'), out, { recursive: true });
});
afterAll(() => rm(out, { recursive: true }));

describe('the built sample site', () => {
  it('says the same on every page and in both parts of its bulletin', async () => {
    await expectParity(out, content, now);
  });

  it('is refused when a page says another day, and says which', async () => {
    const file = join(out, 'newsletters/2026-05-08/schools/index.html');
    const page = await readFile(file, 'utf8');
    await writeFile(
      file,
      page.replace(
        'Tuesday <span class="whole">12 May 2026',
        'Wednesday <span class="whole">13 May 2026',
      ),
    );
    const refusal: unknown = await expectParity(out, content, now).catch((error: unknown) => error);
    await writeFile(file, page);
    if (!(refusal instanceof Error)) throw new Error('expected a refusal');
    expect(refusal.message.replaceAll(relative('.', content.newsletters[0]?.file ?? ''), 'FILE'))
      .toMatchInlineSnapshot(`
        "FILE:112
          Expected the web page and the words of the edition for schools to say the same; they differ in a date.
          Found “wednesday 13 may 2026” in the web page and “tuesday 12 may 2026” in the words of the edition.
          Write this passage in plainer words, with fewer marks and links in it. To publish everything else meanwhile, add "state: draft" to the top of this document.

        FILE:163
          Expected the web page and the words of the edition for schools to say the same; they differ in a word.
          Found “7:45am to 8:30am wednesday 13 may 2026 register” in the web page and “7:45am to 8:30am tuesday 12 may 2026 register” in the words of the edition.
          Write this passage in plainer words, with fewer marks and links in it. To publish everything else meanwhile, add "state: draft" to the top of this document.

        FILE:167
          Expected the web page and the words of the edition for schools to say the same; they differ in a link.
          Found “the date 2026-05-12T07:45 behind “7:45am to 8:30am Wednesday 13 May 2026”” in the web page and “https://applications.education.govt.nz/attendance-service?session=2026-05-12 register for 12 may 7:45am” in the words of the edition.
          Write this passage in plainer words, with fewer marks and links in it. To publish everything else meanwhile, add "state: draft" to the top of this document.

        3 problems. Nothing was changed."
      `);
  });

  it.each([
    ['the day it was sent', /8 May 2026/, '9 May 2026', 'date'],
    ['its title', /(<h1[^>]*>)Quarter/, '$1Quorter', 'heading'],
    ['a task', /<strong>15 May 2026/, '<strong>16 May 2026', 'date'],
    ['where its contents lead', /(class="contents"[^]*?href="[^"#]*#)/, '$1other-', 'link'],
    ['the way out of the list', /\{\{UNSUBSCRIBE_URL\}\}/, 'https://a.example/', 'link'],
    ['whom it comes from', /PO Box&#160;1666/, 'PO Box&#160;1667', 'word'],
  ])('is held to its page and its text in what stands around its items: %s', async (...row) => {
    const [, what, instead, kind] = row;
    const bulletin = await readBulletin(out, '2026-05-08', 'providers');
    const page = await readFile(join(out, 'newsletters/2026-05-08/providers/index.html'), 'utf8');
    const mailing = editionMailing(documentById(content.newsletters, '2026-05-08'));
    const html = bulletin.html.replace(what, instead);
    expect(html).not.toBe(bulletin.html);
    const found = checkParity(page, { ...bulletin, html }, mailing, content, dayAt(now));
    expect(found.map((one) => one.kind)).toContain(kind);
  });
});
