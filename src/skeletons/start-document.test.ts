import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Files, writeContent } from '../testing/content/write-content.ts';
import { correction } from './correction.ts';
import { guidance } from './guidance.ts';
import type { Kind, Wish } from './skeleton.ts';
import { knownIssue } from './known-issue.ts';
import { newsletter } from './newsletter.ts';
import { release } from './release.ts';
import { startDocument } from './start-document.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function contentWith(files: Files = {}): Promise<string> {
  const folder = await writeContent(files);
  folders.push(folder);
  return folder;
}

const begin = (folder: string, kind: Kind, wish: Partial<Wish> = {}) =>
  startDocument(kind, { name: '', ...wish }, { folder, now: new Date('2026-05-31T23:30:00Z') });

/** What is said instead of making it, without the folder's name. */
const refusal = (folder: string, ...rest: [Kind, Partial<Wish>?]) =>
  begin(folder, ...rest).then(
    () => 'It was made.',
    (error: unknown) => (error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : ''),
  );

/** Every file of a folder with its text. */
async function everything(folder: string): Promise<Record<string, string>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

describe('a new document', () => {
  it('is named by its kind: a day, a title without macrons, the next number, a system and a day', async () => {
    const folder = await contentWith({
      'known-issues/ki-014.mdx': '---\ntitle: half wri',
      'known-issues/KI-015.mdx': 'nothing',
    });
    const names = await Promise.all([
      begin(folder, newsletter, { on: '2026-06-12' }),
      begin(folder, guidance, { name: 'Whānau, ākonga & kura: “what’s next?”' }),
      begin(folder, knownIssue, { name: '!' }),
      begin(folder, release, { name: 'AS-CMS', on: '2026-06-18' }),
      begin(folder, correction, { name: 'The day', corrects: { edition: '2026-05-08' } }),
    ]);
    expect(names.map(({ file }) => file.slice(folder.length + 1))).toEqual([
      'newsletters/2026-06-12.mdx',
      'guidance/whanau-akonga-kura-whats-next.mdx',
      'known-issues/ki-016.mdx',
      'releases/as-cms-2026-06-18.mdx',
      'corrections/2026-06-01-the-day.mdx',
    ]);
  });

  it('gets an address of at most 60 characters, in whole words', async () => {
    const folder = await contentWith();
    const words = await begin(folder, guidance, { name: 'Working with families '.repeat(9) });
    expect(words.id).toBe('working-with-families-working-with-families-working-with');
    expect((await begin(folder, guidance, { name: 'a'.repeat(99) })).id).toBe('a'.repeat(60));
  });

  it('makes its folder where that is missing, and leaves nothing else behind', async () => {
    const folder = await contentWith();
    const { file } = await begin(folder, correction, {
      name: 'The day',
      corrects: { edition: '2026-05-08' },
    });
    expect(await readdir(dirname(file))).toEqual(['2026-06-01-the-day.mdx']);
  });

  it('goes to those who got the item it corrects, and to nobody else', async () => {
    const item = (id: string, more: string) =>
      `<Item id="${id}" title="Reports" action="for-information" ${more}>\n\nKia ora.\n\n</Item>\n`;
    const text = (
      await readFile(join(await contentWith(), 'newsletters/2026-05-08.mdx'), 'utf8')
    ).replace('bulletins:', 'bulletins:\n  providers:\n    subject: One\n    preheader: And two.');
    const folder = await contentWith({
      'newsletters/2026-05-08.mdx': text + item('all', '') + item('some', 'audience="providers"'),
    });
    const audiences = async (name: string, target?: string) => {
      const corrects = { edition: '2026-05-08', ...(target && { item: target }) };
      const { file } = await begin(folder, correction, { name, corrects });
      return [...(await readFile(file, 'utf8')).matchAll(/^ {2}(\w+):$/gm)].map(([, id]) => id);
    };
    expect(await audiences('whole')).toEqual(['providers', 'schools']);
    expect(await audiences('all', 'all')).toEqual(['providers', 'schools']);
    expect(await audiences('some', 'some')).toEqual(['providers']);
  });

  it('is begun once, however many begin it at the same time', async () => {
    const folder = await contentWith();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => begin(folder, newsletter, { on: '2026-06-12' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readdir(join(folder, 'newsletters'))).toSorted()).toEqual([
      '2026-05-08.mdx',
      '2026-06-12.mdx',
    ]);
  });
});

describe('a document that cannot be begun', () => {
  it('changes nothing, and says what to do', async () => {
    const folder = await contentWith({ 'guidance/more/Visits.mdx': 'nothing yet' });
    const bare = await contentWith({ 'contacts.yaml': undefined });
    const broken = await contentWith({ 'contacts.yaml': 'desk:\n  nam: Desk\n' });
    const before = await everything(folder);
    const corrects = (edition: string, item?: string) => ({
      name: 'The day',
      corrects: { edition, ...(item && { item }) },
    });
    const said = [
      await refusal(folder, newsletter, { on: '2026-05-08' }),
      await refusal(folder, guidance, { name: 'Visits' }),
      await refusal(folder, guidance, { name: '¿?!' }),
      await refusal(folder, correction, corrects('2026-05-09')),
      await refusal(folder, correction, corrects('2026-05-08', 'invoices')),
      await refusal(folder, correction, { ...corrects('2026-05-08'), on: '2026-05-07' }),
      await refusal(bare, guidance, { name: 'Visits' }),
      await refusal(broken, knownIssue, { name: 'Visits' }),
    ];
    expect(said.join('\n\n')).toMatchInlineSnapshot(`
      "newsletters/2026-05-08.mdx
        Expected no newsletter of this name yet.
        Found one, which is left as it is.
        Go on with it, or choose another day with --on.

      1 problem. Nothing was changed.

      guidance/more/Visits.mdx
        Expected no guidance of this name yet.
        Found one, which is left as it is.
        Go on with it, or choose another title.

      1 problem. Nothing was changed.

      "¿?!"
        Expected a letter from a to z or a digit: the address of the page is made of them.
        Found none.
        Say in a few words what it is about. Macrons are welcome: the address leaves them out.

      1 problem. Nothing was changed.

      --of 2026-05-09
        Expected an edition: 2026-05-08.
        Found "2026-05-09".
        Write "2026-05-08" if that is what you meant.

      1 problem. Nothing was changed.

      --of 2026-05-08#invoices
        Expected an item of 2026-05-08: it has none.
        Found "invoices".
        Name the item that was wrong, or write 2026-05-08 for the whole edition.

      1 problem. Nothing was changed.

      --of 2026-05-08
        Expected a correction dated on or after the edition, 8 May 2026.
        Found 7 May 2026.
        Say --on 2026-05-08 or a later day. If the edition has not gone out yet, mend it instead.

      1 problem. Nothing was changed.

      contacts.yaml
        Expected at least one contact, because this kind of document has to name one.
        Found none.
        Write the first, such as "service-desk:" with its name and summary, then try again.

      1 problem. Nothing was changed.

      contacts.yaml:1
        Expected "summary": a line of text.
        Found no "summary".
        Add "summary: …".

      contacts.yaml:1
        Expected "audiences": a list of audiences.
        Found no "audiences".
        Add "audiences: …".

      contacts.yaml:2
        Expected only these in "desk": name, mi, summary, audiences, phone, phoneNote, email, hours, people, purposes, notFor.
        Found "nam".
        Write "name" if that is what you meant.

      3 problems. Nothing was changed."
    `);
    expect(await everything(folder)).toEqual(before);
  });

  it('says so of a folder that is a file, or in which nobody may write', async () => {
    const folder = await contentWith();
    await writeFile(join(folder, 'corrections'), 'a file');
    const wish = { name: 'The day', corrects: { edition: '2026-05-08' } };
    expect(await refusal(folder, correction, wish)).toContain('Found a file in its place.');
    // Nothing is closed to the super-user.
    if (process.getuid?.() === 0) return;
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'releases'), 0o555);
    expect(await refusal(folder, release, { name: 'AS-CMS' })).toContain(
      'Found one that you may not write in.',
    );
  });
});
