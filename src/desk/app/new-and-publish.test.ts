import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type TestDesk, deskOf } from '../../testing/content/desk-of.ts';
import { edition, guidance } from '../../testing/content/write-content.ts';
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
