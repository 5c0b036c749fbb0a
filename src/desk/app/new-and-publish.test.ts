import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type TestDesk, deskOf } from '../../testing/content/desk-of.ts';
import { importDocument } from '../../importing/import-document.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { ownPages } from '../../testing/content/own-pages.ts';

const item =
  '<Item id="invoices" title="Invoices" action="for-information">\n\nSend them.\n\n</Item>';
let at: TestDesk;

beforeEach(async () => {
  at = await deskOf({ ...ownPages, 'newsletters/2026-05-08.mdx': edition(`Kia ora.\n\n${item}`) });
});

const wordsOf = async (answer: Promise<Response>) =>
  (await (await answer).text())
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const begin = (values: Record<string, string>) => at.post('/desk/new/', values);
const read = (path: string) => readFile(join(at.folder, path), 'utf8');

describe('something new', () => {
  it.each([
    [{ kind: 'newsletter', on: '2026-06-12' }, 'newsletters/2026-06-12.mdx'],
    [{ kind: 'guidance', name: 'Kōrero with families' }, 'guidance/korero-with-families.mdx'],
    [{ kind: 'known-issue', name: 'A case is gone' }, 'known-issues/ki-002.mdx'],
    [{ kind: 'release', name: 'AS-CMS', on: '' }, 'releases/as-cms-2026-05-08.mdx'],
    [
      { kind: 'correction', name: 'The date', of: '2026-05-08#invoices' },
      'corrections/2026-05-08-the-date.mdx',
    ],
  ])('begins as a draft: %o', async (values, path) => {
    const answer = await begin(values);
    expect(answer.headers.get('location')).toBe(`/desk/write/${path}?done=begun`);
    expect(await read(path)).toContain('state: draft');
  });

  it('begins an edition with what stands in each, or with nothing', async () => {
    const earlier = (await read('newsletters/2026-05-08.mdx')).replaceAll(
      '2026-05-08',
      '2026-04-10',
    );
    await writeFile(join(at.folder, 'newsletters/2026-04-10.mdx'), earlier);
    expect(await wordsOf(at.get('/desk/new/'))).toContain(
      'What stands in the edition of 8 May 2026',
    );
    await begin({ kind: 'newsletter', on: '2026-06-12', from: '2026-05-08' });
    expect(await read('newsletters/2026-06-12.mdx')).toContain('id="invoices"');
    await begin({ kind: 'newsletter', on: '2026-06-19', from: '' });
    expect(await read('newsletters/2026-06-19.mdx')).not.toContain('id="invoices"');
  });

  it('begins an entry of a list as something typed, which its author saves', async () => {
    const before = await read('contacts.yaml');
    const answer = await begin({ kind: 'contact', name: 'Media team' });
    const html = await (await at.get(answer.headers.get('location') ?? '')).text();
    expect(html).toContain('media-team:\n  name: Media team\n  summary: ');
    expect(await read('contacts.yaml')).toBe(before);
    expect((await begin({ kind: 'term', name: 'ASP 2' })).status).toBe(303);
  });

  it('says why it cannot begin, and leaves what is there', async () => {
    const before = await read('newsletters/2026-05-08.mdx');
    const again = begin({ kind: 'newsletter', on: '2026-05-08' });
    expect(await wordsOf(again)).toContain(
      'Expected no newsletter of this name yet. Found one, which is left as it is.',
    );
    expect(await read('newsletters/2026-05-08.mdx')).toBe(before);
    expect((await begin({ kind: 'poem' })).status).toBe(422);
  });

  it('lists what a correction can be of: editions that went out, and their items', async () => {
    expect(await wordsOf(at.get('/desk/new/'))).toContain('The whole edition Invoices');
  });
});

describe('what was written elsewhere', () => {
  const newsletter = 'src/testing/importing/sources/provider-newsletter.md';
  const hand = async (name: string, bytes: string | Uint8Array<ArrayBuffer>, values = {}) => {
    const form = new FormData();
    for (const [key, value] of Object.entries({ as: 'newsletter', on: '2026-06-12', ...values }))
      form.append(key, String(value));
    form.append('source', new File([bytes], name));
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: 'panui-desk-name=Hana' };
    return at.ask('/desk/import/', { method: 'POST', headers, body: form });
  };
  const addressOf = (answer: Response) => answer.headers.get('location') ?? '';
  const idOf = (html: string, words: string) =>
    new RegExp(`value="([^"]*)"(?:(?!value=)[\\s\\S])*?<label[^>]*>${words}`).exec(html)?.[1] ?? '';

  it('is shown with what would be made of which words, and becomes the draft that the command makes', async () => {
    const answer = await hand('May newsletter.md', await readFile(newsletter, 'utf8'));
    const page = await wordsOf(at.get(addressOf(answer)));
    expect(page).toContain('What becomes of May newsletter.md');
    expect(page).toContain(
      'Nothing is lost. All of it is in the draft, or named on this page: 54 sentences,',
    );
    expect(page).toContain(
      'Greeting – In te reo Māori: Kia ora koutou Kia ora koutou Certain: a greeting on a line of its own.',
    );
    const made = await at.post(addressOf(answer), { next: 'make' });
    expect(addressOf(made)).toBe('/desk/write/newsletters/2026-06-12.mdx?done=imported');
    const now = new Date('2026-05-08T09:00:00+12:00');
    const folder = await writeContent({});
    const { mdx } = await importDocument(
      newsletter,
      { as: 'newsletter', on: '2026-06-12' },
      { folder, now, write: false },
    );
    expect(await read('newsletters/2026-06-12.mdx')).toBe(mdx);
    expect(await readdir(join(at.data, 'desk', 'sources'))).toEqual([]);
  });

  it('keeps as text what a person leaves', async () => {
    const answer = await hand('letter.txt', 'Plans\n\nKia ora koutou\n\nThe plans are ready.\n');
    const before = await (await at.get(addressOf(answer))).text();
    const greeting = idOf(before, 'Greeting');
    const again = await at.post(addressOf(answer), { of: greeting, next: 'look' });
    const html = await (await at.get(addressOf(again))).text();
    expect(html).not.toContain('&lt;Greeting');
    expect(html).toContain('Kia ora koutou\n\nThe plans are ready.');
    expect(html).toMatch(new RegExp(`id="take-${greeting}"(?:(?!checked)[^>])*>`));
    await at.post(addressOf(answer), { of: greeting, next: 'make' });
    expect(await read('newsletters/2026-06-12.mdx')).not.toContain('<Greeting');
  });

  it('can be pasted', async () => {
    const answer = await at.post('/desk/import/', {
      as: 'guidance',
      on: '',
      text: 'Working together\n\nFamilies decide.\n',
    });
    await at.post(addressOf(answer), { next: 'make' });
    expect(await read('guidance/working-together.mdx')).toContain('Families decide.');
  });

  it('is refused in words, by its own name, and nothing is written', async () => {
    expect(await wordsOf(hand('old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toContain(
      'old.docx Expected what its ending .docx says. Found a document of Word 97 to 2003',
    );
    expect(await wordsOf(hand('../../a.exe', 'x'))).toContain('Found one that ends in .exe.');
    expect(await wordsOf(at.post('/desk/import/', { as: 'newsletter', text: ' ' }))).toContain(
      'Expected a file, or text that was pasted. Found neither.',
    );
    expect(await readdir(join(at.folder, 'newsletters'))).toEqual(['2026-05-08.mdx']);
    expect((await at.get('/desk/import/none')).headers.get('location')).toBe('/desk/new/');
  });
});

describe('publishing', () => {
  it('lists first what will change: what is new, changed, and goes; no drafts', async () => {
    await begin({ kind: 'guidance', name: 'Not finished' });
    await mkdir(at.out, { recursive: true });
    const { content } = await at.desk.look();
    const same = content.read.get(join(at.folder, 'releases/as-cms-may.mdx'))?.sum ?? '';
    const sums = {
      'releases/as-cms-may.mdx': same,
      'guidance/families.mdx': 'other',
      'guidance/left.mdx': 'other',
    };
    await writeFile(join(at.out, 'sources.json'), JSON.stringify(sums));
    const words = await wordsOf(at.get('/desk/publish/'));
    expect(words).toContain('Working with families Changed');
    expect(words).toContain('Edition of 8 May 2026 New');
    expect(words).toContain('guidance/left.mdx Goes away');
    expect(words).not.toContain('Not finished');
    expect(words).not.toContain('AS-CMS release of 7 May 2026');
  });

  it('is not begun while an error stands in what is no draft', async () => {
    await writeFile(join(at.folder, 'guidance/families.mdx'), guidance('TBC: more.'));
    expect(await wordsOf(at.get('/desk/publish/'))).toMatch(
      /\d errors? in documents that are no drafts/,
    );
    await at.post('/desk/publish/', {});
    expect(at.desk.publisher.now()).toEqual({ stage: 'idle' });
  });
});
