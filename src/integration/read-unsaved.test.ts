import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentReader } from '../content/reading/read-content.ts';
import { edition, guidance, writeContent } from '../testing/content/write-content.ts';
import { readUnsaved } from './read-unsaved.ts';

const folder = await writeContent();
const read = contentReader(folder, true, () => true);
const [family, letter] = ['guidance/families.mdx', 'newsletters/2026-05-08.mdx'].map((path) =>
  join(folder, path),
);
const typed = (texts: Record<string, string>) => readUnsaved(new Map(Object.entries(texts)), read);
const titled = (title: string) => guidance('Words.').replace('Working with families', title);

it('reads what is typed in place of what is saved, again and again', async () => {
  for (const title of ['One', 'Two', 'Two', 'Three']) {
    const { content, problems } = await typed({ [family ?? '']: titled(title) });
    expect(content.guidance[0]?.data.title).toBe(title);
    expect(problems).toEqual([]);
  }
  expect((await typed({})).content.guidance[0]?.data.title).toBe('Working with families');
});

it('leaves out a text in the middle of a word, and no other', async () => {
  const { content, problems } = await typed({
    [family ?? '']: titled('One'),
    [letter ?? '']: edition('Kia ora. {1'),
  });
  expect(problems.map(({ file, line }) => [file, line])).toEqual([[letter, 9]]);
  expect(content.guidance[0]?.data.title).toBe('One');
  expect(JSON.stringify(content.newsletters[0]?.body)).toContain('Kia ora.');
});

it('leaves out what makes another document wrong', async () => {
  const quoting = edition('<Guidance id="families" />').replace('schools:', 'providers:');
  const { problems } = await typed({ [letter ?? '']: quoting.replace('families', 'nobody') });
  expect(problems[0]?.file).toBe(letter);
});
