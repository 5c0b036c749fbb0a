import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Files, writeContent } from '../testing/content/write-content.ts';
import { addEntry } from './add-entry.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function contentWith(files: Files): Promise<string> {
  const folder = await writeContent(files);
  folders.push(folder);
  return folder;
}

const text = (folder: string, list: string) => readFile(join(folder, list), 'utf8');

it('keeps the line ends and comments of a list, and begins one that is missing', async () => {
  const windows = '# Ours\r\nasp:\r\n  term: ASP\r\n  meaning: A provider.\r\n';
  const folder = await contentWith({ 'glossary.yaml': windows });
  await addEntry(folder, 'term', 'Case plan');
  const after = await text(folder, 'glossary.yaml');
  expect(after.startsWith(windows)).toBe(true);
  expect(after.slice(windows.length)).toMatch(/^\r\ncase-plan:\r\n {2}term: Case plan\r\n/);

  const bare = await contentWith({ 'glossary.yaml': undefined });
  await addEntry(bare, 'term', 'Case plan');
  expect(await text(bare, 'glossary.yaml')).toMatch(/^case-plan:\n/);
});

it('adds nothing to a list that cannot be read, and says where', async () => {
  const broken = 'asp:\n  trem: ASP\n  meaning: A provider.\n';
  const folder = await contentWith({ 'glossary.yaml': broken });
  await expect(addEntry(folder, 'term', 'Case plan')).rejects.toThrow(/glossary\.yaml:\d/);
  expect(await text(folder, 'glossary.yaml')).toBe(broken);
});
