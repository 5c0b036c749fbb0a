import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomBulletin } from '../testing/importing/random-bulletin.ts';
import { randomFrom } from '../testing/random-from.ts';
import { renderAs, renderings, type Rendering } from '../testing/importing/render-as.ts';
import { writeContent } from '../testing/content/write-content.ts';
import { checkContent } from '../checks/running/check-content.ts';
import { importDocument } from './import-document.ts';
import { importFolder } from './import-folder.ts';
import { lostIn } from './loss/compare-facts.ts';

/* Bulletins in the manner of real ones, each in four formats: all of them have to become the same draft. */

const sources = 'src/testing/importing/sources';
const names = readdirSync(sources).map((file) => file.replace('.md', ''));
/* What only hands type, such as a page turn within a list, is in no other format. */
const typedByHand = 'provider-newsletter';
/* Nothing in it is evidence of a block. */
const proseAlone = 'status-prefixes';

let content: string;
let folder: string;
beforeAll(async () => {
  content = await writeContent({ 'newsletters/2026-05-08.mdx': undefined });
  folder = await mkdtemp(join(tmpdir(), 'panui-corpus-'));
});
afterAll(async () => {
  await rm(content, { recursive: true });
  await rm(folder, { recursive: true });
});

async function draftOf(markdown: string, rendering: Rendering, leave?: ReadonlySet<string>) {
  const path = join(folder, `source.${rendering}`);
  await writeFile(path, await renderAs(markdown, rendering));
  const now = new Date('2026-05-04T09:00:00+12:00');
  return importDocument(path, { as: 'newsletter', leave }, { folder: content, now, write: false });
}

const documents = names
  .filter((name) => name !== typedByHand)
  .flatMap((name) => renderings.map((rendering) => [name, rendering] as const));

it('is a corpus of more than twenty documents', () => {
  expect(documents.length).toBeGreaterThan(20);
});

it.each(documents)('%s becomes the draft that was reviewed, from %s', async (name, rendering) => {
  const markdown = await readFile(join(sources, `${name}.md`), 'utf8');
  const { mdx, loss } = await draftOf(markdown, rendering);
  expect(lostIn(loss)).toEqual([]);
  await expect(mdx).toMatchFileSnapshot(`../testing/importing/expected/${name}.mdx`);
});

/* Kept as they came from a program, each beside the text that it was made of: LibreOffice 7.4, Pandoc 2.17, docx 9.15. */
const word = 'src/testing/importing/word';

it.each([
  ['schools-bulletin', 'newsletter'],
  ['payments-guide', 'guidance'],
  ['case-notes', 'newsletter'],
] as const)(
  '%s becomes the draft that was reviewed, from a Word document that is kept',
  async (name, as) => {
    const now = new Date('2026-05-04T09:00:00+12:00');
    const path = join(word, `${name}.docx`);
    const { mdx, loss, notes } = await importDocument(
      path,
      { as },
      { folder: content, now, write: false },
    );
    expect(lostIn(loss)).toEqual([]);
    expect(notes.proposals.some(({ made }) => made.startsWith('<Table'))).toBe(true);
    await expect(mdx).toMatchFileSnapshot(`../testing/importing/word/${name}.mdx`);
  },
);

it('makes drafts in which the checks find no fault but those of their sources', async () => {
  const own = await writeContent({ 'newsletters/2026-05-08.mdx': undefined });
  const now = new Date('2026-05-04T09:00:00+12:00');
  const outcomes = await importFolder(
    sources,
    { as: 'newsletter' },
    { folder: own, now, write: true },
  );
  const files = outcomes.flatMap((one) => ('imported' in one ? [one.imported.file] : []));
  const { findings } = await checkContent({ folder: own, for: 'draft', files });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.filter(({ rule }) => rule !== 'contact/registry')).toEqual([]);
  // Two editions of one day: the second is told, and replaces nothing.
  const refused = outcomes.flatMap((one) => ('problems' in one ? one.problems : []));
  expect(refused.map(({ expected }) => expected)).toEqual(['no newsletter of this name yet']);
  expect(files).toHaveLength(names.length - 1);
  await rm(own, { recursive: true });
});

it.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'loses nothing of random bulletin %i in any format',
  async (seed) => {
    const markdown = randomBulletin(seed);
    for (const rendering of renderings) {
      const { loss } = await draftOf(markdown, rendering);
      expect(lostIn(loss), rendering).toEqual([]);
      expect(loss.sentences.count).toBeGreaterThan(2);
    }
  },
);

it.each(names.filter((name) => name !== proseAlone))(
  '%s loses nothing when some or all of its proposals are left as prose',
  async (name) => {
    const markdown = await readFile(join(sources, `${name}.md`), 'utf8');
    const { notes } = await draftOf(markdown, 'md');
    const ids = [...new Set(notes.proposals.map(({ id }) => id))];
    expect(ids.length).toBeGreaterThan(0);
    const random = randomFrom(19);
    for (const leave of [...ids.map((id) => [id]), ids.filter(() => random() < 0.5)]) {
      const { notes: now, loss, mdx } = await draftOf(markdown, 'md', new Set(leave));
      expect(lostIn(loss), leave.join(' ')).toEqual([]);
      expect(new Set(now.left.map(({ id }) => id))).toEqual(new Set(leave));
      for (const { made } of now.left.filter(({ made }) => made.startsWith('<Session')))
        expect(mdx).not.toContain(made.slice(0, 30));
    }
  },
);
