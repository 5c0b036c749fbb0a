import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFlow } from '../../document/write/write-flow.ts';
import { edition, writeContent } from '../../testing/content/write-content.ts';
import { randomDocument } from '../../testing/editions/random-document.ts';
import { randomFrom } from '../../testing/random-from.ts';
import { checkContent } from './check-content.ts';
import { fixContent } from './fix-content.ts';

const kupu = await readFile(fileURLToPath(new URL('../../../content/kupu.yaml', import.meta.url)));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function fixed(text: string) {
  const folder = await writeContent({ 'newsletters/2026-05-08.mdx': text, 'kupu.yaml': kupu });
  folders.push(folder);
  const files = await fixContent({ folder, for: 'send' });
  const changes = files.flatMap(({ changes: lines }) => lines);
  const { findings } = await checkContent({ folder, for: 'send' });
  const own = findings.filter(({ file }) => file.endsWith('2026-05-08.mdx'));
  return { lines: changes.map(({ after }) => after), findings: own };
}

describe('what a fix takes', () => {
  it('is the words of its rule', async () => {
    const text = edition(
      '\nNga mihi to **the whanau**.\n\nCome on Tues 19 May 2026,  11-11.45am.\n',
    );
    expect((await fixed(text)).lines).toEqual([
      'Ngā mihi to **the whānau**.',
      'Come on Tuesday 19 May 2026, 11am to 11:45am.',
    ]);
  });

  it.each([
    ['a comment', 'It closes on <!-- was 14 May --> 15th May 2026, for the whanau.'],
    ['a comment within what is mended', 'It closes on 15th <!-- was 14 --> May 2026.'],
    ['an HTML tag', 'Nga <u>mihi</u> to the whanau.'],
    ['words in braces', 'Nga mihi to {school} whanau.'],
    ['a picture', 'See ![the map](map.png) of the whanau.'],
    ['words struck through', 'Nga ~~great~~ mihi to the ~~the~~ whanau.'],
    ['a misspelt block', '<Calout kind="note">\nNga mihi.\n</Calout>'],
    ['a misspelt block in a sentence', 'Nga <Dya on="2026-05-15" /> mihi, 1-12 September.'],
    ['a comment over several lines', 'Nga mihi.\n<!-- Tues 3\nMay --> Tues 3 May, the whanau.'],
    ['a comment over several paragraphs', '<!-- Tues 3\n\nMay --> Nga <b> mihi.'],
  ])('is nothing where a line holds %s', async (_, body) => {
    const { lines, findings } = await fixed(edition(`\n${body}\n`));
    expect(lines).toEqual([]);
    expect(findings.filter(({ fixable }) => fixable)).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('document/refused');
    expect(findings.map(({ message }) => message).join()).not.toMatch(/two spaces|a word twice/);
  });

  it('is what stands in the paragraphs beside one that holds an error', async () => {
    const { lines } = await fixed(edition('\nNga <u>mihi</u>.\n\nNga mihi.\n'));
    expect(lines).toEqual(['Ngā mihi.']);
  });

  it('is nothing where front matter does not end', async () => {
    const text = edition('\nNga mihi.\n').replace('\n---\n', '\n');
    const { lines, findings } = await fixed(text);
    expect(lines).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Expected front matter: lines of "key: value" between two lines of three hyphens; found no second line of three hyphens.',
    ]);
  });

  it('is nothing that would make another document of it', async () => {
    const { lines } = await fixed(edition('\nSee [1-12 September](/a-b/) and `Nga mihi`.\n'));
    expect(lines).toEqual([]);
  });
});

describe('after a fix of any text', () => {
  /* What a rule names, as it is written and as it should be: one sign, in letters without marks. */
  const named: readonly (readonly [wrong: string, mended: string])[] = [
    ['Nga mihi', 'Ngā mihi'],
    ['whanau', 'whānau'],
    ['Tues 19 May', 'Tuesday 19 May'],
    ['11-11.45am', '11am to 11:45am'],
    ['2026-05-15', '15 May 2026'],
    ['3rd of May', '3 May'],
    ['1-12 September', '1 to 12 September'],
  ];
  const strewn = [
    ...named.map(([wrong]) => wrong),
    '<!-- was 14 May -->',
    '<!-- Tues 19\nMay -->',
    '<u>Nga</u>',
    '{school}',
    '{',
    '<Calout kind="note">',
    '<Dya on="2026-05-15" />',
    '![the map](map.png)',
    '~~old~~',
    '  ',
    '[Nga mihi](/a/)',
    '\u200b',
  ];
  const bare = (text: string) => {
    const words = named.reduce(
      (rest, [wrong, mended], index) =>
        rest.replaceAll(mended, `§${index}§`).replaceAll(wrong, `§${index}§`),
      text,
    );
    return words.replaceAll(/[\s\p{Cf}\p{Cc}–]|(?<= )-(?= )/gu, '');
  };

  it('no word, number or link is gone but those that a rule names', async () => {
    const texts: Record<string, string> = {};
    const random = randomFrom(14);
    const below = (count: number) => Math.floor(random() * count);
    for (let seed = 0; seed < 150; seed++) {
      const words = writeFlow(randomDocument(seed)).split(' ');
      for (let count = 0; count < 8; count++) {
        words.splice(below(words.length + 1), 0, strewn[below(strewn.length)] ?? '');
      }
      const text = edition(`\n${words.join(' ')}`);
      const day = `${2027 + (seed % 9)}-01-${String(10 + Math.floor(seed / 9)).padStart(2, '0')}`;
      texts[`newsletters/${day}.mdx`] = seed % 10 === 0 ? text.replace('\n---\n', '\n') : text;
    }
    const folder = await writeContent({ ...texts, 'kupu.yaml': kupu });
    folders.push(folder);
    const files = await fixContent({ folder, for: 'send' });
    expect(files.length).toBeGreaterThan(30);
    for (const { before, after } of files) expect(bare(after)).toBe(bare(before));
  });
});
