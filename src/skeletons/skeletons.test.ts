import { glob, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSite } from '../building/build-site.ts';
import { checkContent } from '../checks/running/check-content.ts';
import { writeContent } from '../testing/content/write-content.ts';
import { readContent } from '../content/reading/read-content.ts';
import { readSettings } from '../settings/settings.ts';
import type { Kind } from './skeleton.ts';
import { kinds } from './all-skeletons.ts';
import { startDocument } from './start-document.ts';

const sample = fileURLToPath(new URL('../../content', import.meta.url));
const now = new Date('2026-06-01T09:00:00+12:00');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A copy of the sample content. */
async function sampleFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-skeletons-'));
  folders.push(folder);
  await cp(sample, folder, { recursive: true });
  return folder;
}

/** The smallest content folder that can be built. */
async function smallFolder(): Promise<string> {
  const folder = await writeContent({
    'guidance/families.mdx': undefined,
    'known-issues/ki-001.mdx': undefined,
    'releases/as-cms-may.mdx': undefined,
    'glossary.yaml': undefined,
  });
  folders.push(folder);
  return folder;
}

const wishFor = ({ name, corrects }: Kind) => ({
  name: name?.example.replaceAll('"', '') ?? '',
  ...(corrects && { corrects: { edition: '2026-05-08' } }),
});

const begin = async (kind: Kind, folder: string) =>
  (await startDocument(kind, wishFor(kind), { folder, now })).file;

const cases = kinds.flatMap((kind) => [
  { word: kind.word, where: 'the sample content', kind, make: sampleFolder },
  { word: kind.word, where: 'a folder with next to nothing in it', kind, make: smallFolder },
]);

describe.each(cases)('the skeleton of a $word in $where', ({ kind, make }) => {
  it('has no fault as a draft, and nothing but places to fill in for sending, each of them', async () => {
    const folder = await make();
    const file = await begin(kind, folder);
    await readContent(folder);
    const draft = await checkContent({ folder, for: 'draft', files: [file] });
    expect(draft.findings).toEqual([]);
    expect(draft.placeholders).toBeGreaterThan(1);

    const { findings } = await checkContent({ folder, for: 'send', files: [file] });
    const text = (await readFile(file, 'utf8')).replaceAll(/^# .*$/gm, '');
    const places = text.match(/\bTBC\b|(?<==")tbc[\w-]*|https:[^\s"]+/g);
    expect(findings.map(({ words }) => words).toSorted()).toEqual(places?.toSorted());
    expect(findings.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});

it('is shown by a build to look at, marked, and left out of one for sending, all kinds at once', async () => {
  const folder = await sampleFolder();
  for (const kind of kinds) await begin(kind, folder);
  const out = await mkdtemp(join(tmpdir(), 'panui-skeletons-'));
  folders.push(out);
  const settings = readSettings({
    PANUI_CONTENT: folder,
    PANUI_OUT: join(out, 'dist'),
    PANUI_DATA: join(out, 'data'),
  });
  await buildSite(settings, 'send');
  const built = await Array.fromAsync(
    glob('**/*.{html,xml,json,ics,txt,png}', { cwd: settings.out }),
  );
  expect(built.filter((file) => file.includes('2026-06-05'))).toEqual([]);
  for (const file of built.filter((name) =>
    /^(?:feeds|calendar|sitemap|sources|actions|events)/.test(name),
  ))
    expect(await readFile(join(settings.out, file), 'utf8'), file).not.toMatch(
      /2026-06-05|\bTBC\b/,
    );

  await buildSite(settings, 'draft');
  const page = await readFile(
    join(out, 'dist/newsletters/2026-06-05/providers/index.html'),
    'utf8',
  );
  expect(page).toContain('TBC: what readers have to do');
  expect(page).toContain('<strong>Draft.</strong>');
  expect(page).toContain('Dated <time');
  expect(page).not.toContain('Published <time');
  expect(page).toContain('noindex');
  const written = (file: string) => readFile(join(settings.out, file), 'utf8');
  for (const list of ['index.html', 'newsletters/index.html'])
    expect(await written(list), list).toMatch(
      /href="\/newsletters\/2026-06-05\/">[^<]*(?:<(?!\/a>)[^<]*)*Draft<\/span><\/a>/,
    );
  expect(await written('bulletins/2026-06-05/providers.txt')).toContain('Draft. Nobody gets this.');
  expect(await written('feeds/newsletters.xml')).not.toContain('2026-06-05');
}, 120_000);
