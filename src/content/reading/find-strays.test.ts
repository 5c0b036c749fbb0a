import { expect, it } from 'vitest';
import { edition, guidance, refusal, writeContent } from '../../testing/content/write-content.ts';
import { readContent } from './read-content.ts';

it('names each file of a collection that is not read, and what to do', async () => {
  const text = edition('Kia ora.');
  expect(
    await refusal({
      'newsletters/2026-05-22.mdx.txt': text,
      'newsletters/2026-05-08.md': text,
      'newsletters/2026/2026-05-29.MDX': text,
      'guidance/home': guidance('Kia ora.'),
      'guidance/steps.png': 'x',
      'releases/May.docx': 'x',
    }),
  ).toMatchInlineSnapshot(`
    "guidance/home
      Expected documents that end with .mdx in the folder guidance.
      Found "home", which nothing reads.
      Rename it to home.mdx.

    guidance/steps.png
      Expected documents that end with .mdx in the folder guidance.
      Found "steps.png", which nothing reads.
      Move it into the folder files if readers are to get it, or else out of the content folder.

    newsletters/2026-05-08.md
      Expected documents that end with .mdx in the folder newsletters.
      Found "2026-05-08.md", which nothing reads.
      Remove it, or move it out of the content folder: 2026-05-08.mdx is there already.

    newsletters/2026-05-22.mdx.txt
      Expected documents that end with .mdx in the folder newsletters.
      Found "2026-05-22.mdx.txt", which nothing reads.
      Rename it to 2026-05-22.mdx.

    newsletters/2026/2026-05-29.MDX
      Expected documents that end with .mdx in the folder newsletters.
      Found "2026-05-29.MDX", which nothing reads.
      Rename it to 2026-05-29.mdx.

    releases/May.docx
      Expected documents that end with .mdx in the folder releases.
      Found "May.docx", which nothing reads.
      Move it into the folder files if readers are to get it, or else out of the content folder.

    6 problems. Nothing was changed."
  `);
});

it('names each file and folder beside them, with what was likely meant', async () => {
  expect(
    await refusal({
      'contact.yaml': '',
      'glossary.yml': '',
      'words.yaml.txt': '',
      'map.png': 'x',
      'next.mdx': edition('Kia ora.'),
      'notes.json': '{}',
      'newsletter/2026-05-22.mdx': edition('Kia ora.'),
      'guidence/home.mdx': guidance('Kia ora.'),
      'drafts/next.mdx': edition('Kia ora.'),
    }),
  ).toMatchInlineSnapshot(`
    "contact.yaml
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "contact.yaml", which nothing reads.
      Did you mean contacts.yaml? Rename it, or put what it says into that file.

    drafts
      Expected only these folders in the content folder: newsletters, corrections, guidance, known-issues, releases, help, pages, files.
      Found "drafts", which nothing reads.
      Move what is in it into one of these, or move the folder out of the content folder.

    glossary.yml
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "glossary.yml", which nothing reads.
      Did you mean glossary.yaml? Rename it, or put what it says into that file.

    guidence
      Expected only these folders in the content folder: newsletters, corrections, guidance, known-issues, releases, help, pages, files.
      Found "guidence", which nothing reads.
      Did you mean guidance? Rename it, or move what is in it there.

    map.png
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "map.png", which nothing reads.
      Move it into the folder files.

    newsletter
      Expected only these folders in the content folder: newsletters, corrections, guidance, known-issues, releases, help, pages, files.
      Found "newsletter", which nothing reads.
      Did you mean newsletters? Rename it, or move what is in it there.

    next.mdx
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "next.mdx", which nothing reads.
      Move it into the folder of its kind, such as newsletters, as a file that ends with .mdx.

    notes.json
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "notes.json", which nothing reads.
      Move it out of the content folder, or remove it.

    words.yaml.txt
      Expected only these files in the content folder: site.yaml, contacts.yaml, glossary.yaml, kupu.yaml, words.yaml.
      Found "words.yaml.txt", which nothing reads.
      Did you mean words.yaml? Rename it, or put what it says into that file.

    9 problems. Nothing was changed."
  `);
});

it('leaves alone what systems and editors leave behind, and what is for people', async () => {
  const folder = await writeContent({
    '.DS_Store': 'x',
    '.git/HEAD': 'x',
    'README.md': 'Documents stand here.',
    'newsletters/.2026-05-08.mdx.swp': 'x',
    'newsletters/2026-05-08.mdx~': 'x',
    'newsletters/#2026-05-08.mdx#': 'x',
    'newsletters/2026-05-08.mdx.bak': 'x',
    'newsletters/Thumbs.db': 'x',
    'guidance/~$draft.docx': 'x',
    'old/.keep': '',
    'drawings/map.ai': 'x',
    'files/Thumbs.db': 'x',
    'files/map.png~': 'x',
  });
  await expect(readContent(folder)).resolves.toBeDefined();
});
