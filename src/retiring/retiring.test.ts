import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../content/reading/read-content.ts';
import { siteMap } from '../content/views/site-map.ts';
import {
  type Files,
  edition,
  guidance,
  refusal,
  writeContent,
} from '../testing/content/write-content.ts';
import { renameGuidance } from './rename-guidance.ts';
import { withdrawGuidance } from './withdraw-guidance.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function contentWith(files: Files): Promise<string> {
  const folder = await writeContent(files);
  folders.push(folder);
  return folder;
}

const item = (text: string) =>
  edition(`<Item id="one" title="One" action="for-information">\n\n${text}\n\n</Item>`);
const page = (text: string) =>
  written(text).replace('audiences: [providers]', 'audiences: [providers, schools]');
const written = (text: string) => guidance(text).replace('---\n', '---\n# Ours to keep.\n');
const later = (text: string) => text.replaceAll('2026-05-08', '2026-06-12');

const files = {
  'guidance/families.mdx': page('Families are welcome to read this, and /guidance/families/ too.'),
  'guidance/families/2026-04-30.mdx': guidance('Families were welcome.'),
  'guidance/visits.mdx': guidance('Tell [families](/guidance/families/#who) first.'),
  'newsletters/2026-05-08.mdx': item(
    '<Guidance id="families" />\n\nSee [/guidance/families/](/guidance/families/).\n\n<Button to="/guidance/families/" label="Read about families" />',
  ),
};

/** Every file below a folder with its text. */
async function everything(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, at) => [path.slice(folder.length + 1), texts[at] ?? '']),
  );
}

const said = (promise: Promise<unknown>, folder: string) =>
  promise.then(
    () => 'It was done.',
    (error: unknown) => (error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : ''),
  );

describe('guidance with another name', () => {
  it('leads on from its old address, with its earlier wordings, and is named anew in every document', async () => {
    const folder = await contentWith({ ...files, 'guidance/visits.mdx': guidance('Tell them.') });
    const before = await everything(folder);
    const { to, mended } = await renameGuidance(
      { id: 'families', title: 'Working with whānau' },
      { folder, write: true },
    );
    expect(to).toBe('working-with-whanau');
    expect(mended.map(({ line, found }) => [line, found])).toEqual([
      [11, 'families'],
      [13, '/guidance/families/'],
      [15, '/guidance/families/'],
    ]);
    const after = await everything(folder);
    expect(after['newsletters/2026-05-08.mdx']).toBe(
      before['newsletters/2026-05-08.mdx']
        ?.replaceAll('/guidance/families/', '/guidance/working-with-whanau/')
        .replace('id="families"', 'id="working-with-whanau"'),
    );
    const text = after['guidance/working-with-whanau.mdx'] ?? '';
    expect(text).toContain('# Ours to keep.');
    // Words are not links.
    expect(text).toContain('and /guidance/families/ too.');
    expect(text).toMatch(/title: Working with whānau\n/);
    expect(text).toMatch(/formerly: \[families\]\n/);
    expect(after['guidance/working-with-whanau/2026-04-30.mdx']).toBe(
      before['guidance/families/2026-04-30.mdx'],
    );
    expect(Object.keys(after).filter((path) => path.includes('families'))).toEqual([]);
    const addresses = siteMap(await readContent(folder));
    expect([...addresses.keys()].filter((path) => /families|whanau/.test(path))).toEqual([
      '/guidance/working-with-whanau/',
      '/guidance/families/',
      '/guidance/working-with-whanau/2026-04-30/',
      '/guidance/families/2026-04-30/',
    ]);

    await renameGuidance({ id: to, title: 'Families' }, { folder, write: true });
    expect(
      (await readContent(folder)).guidance.find(({ id }) => id === 'families')?.data,
    ).toMatchObject({ title: 'Families', formerly: ['working-with-whanau'] });
  });

  it('changes nothing where it cannot be, and says why; nor when it is only asked', async () => {
    const folder = await contentWith(files);
    const before = await everything(folder);
    const rename = (id: string, title: string) =>
      said(renameGuidance({ id, title }, { folder, write: true }), folder);
    const texts = [
      await rename('familys', 'Kin'),
      await rename('families', 'Visits'),
      await rename('families', 'Families!'),
    ];
    expect(texts.join('\n')).toMatchInlineSnapshot(`
      "rename familys
        Expected the name of guidance: families, visits.
        Found "familys".
        Write "families" if that is what you meant.

      1 problem. Nothing was changed.
      guidance/visits.mdx
        Expected a title that makes another address than /guidance/visits/.
        Found that of other guidance, now or before.
        Choose another title, or change that of the other page first.

      1 problem. Nothing was changed.
      guidance/families.mdx
        Expected a title that makes another address than /guidance/families/.
        Found the address that it has.
        Change "title" in guidance/families.mdx: its address stays.

      1 problem. Nothing was changed."
    `);
    await renameGuidance({ id: 'families', title: 'Kin' }, { folder, write: false });
    expect(await everything(folder)).toEqual(before);
  });
});

describe('withdrawn guidance', () => {
  const wish = { id: 'families', on: '2026-06-01', why: 'The rules changed.', instead: 'visits' };

  it('keeps address and wording, and what went out before; everything else that leads there is told', async () => {
    const folder = await contentWith({
      ...files,
      'newsletters/2026-06-12.mdx': later(item('<Guidance id="families" />')),
    });
    const dry = await withdrawGuidance(wish, { folder, write: false });
    const done = await withdrawGuidance(wish, { folder, write: true });
    expect(dry).toEqual(done);
    const places = done.toMend.map(({ file, line, found, remedy }) =>
      [`${file.slice(folder.length + 1)}:${line}`, found, remedy].join(' '),
    );
    expect(places).toMatchInlineSnapshot(`
      [
        "newsletters/2026-06-12.mdx:11 "families", which was withdrawn on 1 June 2026 Name "visits", which holds in its place.",
        "guidance/visits.mdx:10 a link to /guidance/families/#who, which was withdrawn on 1 June 2026 Name "visits", which holds in its place.",
      ]
    `);
    const told = await said(readContent(folder), folder);
    for (const { found } of done.toMend) expect(told).toContain(found);
    expect(await everything(folder)).toMatchObject({
      'guidance/families.mdx': files['guidance/families.mdx'].replace(
        '---\nFamilies',
        'withdrawn:\n  on: 2026-06-01\n  why: The rules changed.\n  instead: visits\n---\nFamilies',
      ),
    });
    expect(await said(withdrawGuidance(wish, { folder, write: true }), folder)).toContain(
      'one that was withdrawn on 2026-06-01',
    );
  });

  it('is not put in the place of other guidance, nor two pages under one old name', async () => {
    const withdrawn = (more: string) => guidance('Families.').replace('title:', `${more}\ntitle:`);
    const one = withdrawn('withdrawn: { on: 2026-06-01, why: Gone., instead: visits }');
    const two = withdrawn('withdrawn: { on: 2026-06-01, why: Gone. }\nformerly: [families, kin]');
    expect(
      await refusal({
        'newsletters/2026-05-08.mdx': item('Kia ora.'),
        'guidance/families.mdx': one,
        'guidance/visits.mdx': two,
      }),
    ).toMatchInlineSnapshot(`
      "guidance/families.mdx:2
        Expected guidance that holds.
        Found "visits", which was withdrawn on 1 June 2026.
        Take "instead" out.

      guidance/visits.mdx:3
        Expected a name that no other page has or had.
        Found "families", which leads to /guidance/families/.
        Take it out here, or there.

      2 problems. Nothing was changed."
    `);
  });
});
