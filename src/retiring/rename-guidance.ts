import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Content } from '../content/content.ts';
import { paths } from '../content/paths.ts';
import { gatherContent } from '../content/reading/read-content.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { writeDocument } from '../document/write/write-document.ts';
import { BadInput } from '../problems/problem.ts';
import { slugOf } from '../skeletons/slug-of.ts';
import { findGuidance } from './find-guidance.ts';
import { mendMentions, type Mention, mentionsOf } from './mend-mentions.ts';
import { expectFields, readOriginal } from './read-original.ts';

/** Guidance that has another name, or would have. */
export interface Renamed {
  /** What it was called in its address, and is now. */
  from: string;
  to: string;
  title: string;
  /** The absolute path, new. */
  file: string;
  /** The places in documents that name it by its new name now, by absolute path. */
  mended: { file: string; line: number; found: string }[];
}

/**
 * Gives guidance another title, and an address made of it. The old address leads on, its earlier wordings go along,
 * and every document that links to it or quotes it says the new name.
 * @param folder the content folder
 * @param write whether files are written; else it is only said what would be
 * @throws {BadInput} where it cannot be; nothing was changed then
 */
export async function renameGuidance(
  { id, title }: { id: string; title: string },
  { folder, write }: { folder: string; write: boolean },
): Promise<Renamed> {
  const { content } = await gatherContent(folder);
  const page = findGuidance(content, id, 'rename');
  const to = slugOf(title);
  expectFree(content, id, to, page.file);
  const file = join(dirname(page.file), `${to}.mdx`);
  const wordings = [id, to].map((name) => join(folder, 'guidance', name));
  await expectNothingAt([file, ...wordings.slice(1)]);
  const mentions = mentionsOf(content, id);
  const texts = await mendedTexts(mentions, { from: id, to });
  const own = texts.get(page.file) ?? (await readOriginal(page.file));
  texts.delete(page.file);
  const fields = {
    ...expectFields(page.file, own),
    ...renamedFields(content, page, { title, to }),
  };
  if (write) {
    await writeWhole(file, writeDocument(own, 'guidance', { fields }));
    for (const [path, text] of texts) await writeWhole(path, text);
    await rename(wordings[0] ?? '', wordings[1] ?? '').catch(ignoreMissing);
    await rm(page.file);
  }
  const mended = [...mentions].flatMap(([path, found]) =>
    found.map((one) => ({
      file: path === page.file ? file : path,
      line: one.line,
      found: one.found,
    })),
  );
  return { from: id, to, title, file, mended };
}

async function mendedTexts(
  mentions: ReadonlyMap<string, readonly Mention[]>,
  names: { from: string; to: string },
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, found] of mentions)
    texts.set(path, mendMentions(await readOriginal(path), found, names));
  return texts;
}

/** What its top says anew: the old title is still searched for. */
function renamedFields(
  content: Content,
  { id, data }: Content['guidance'][number],
  { title, to }: { title: string; to: string },
) {
  const claimed = [...content.guidance, ...content.knownIssues].flatMap((one) =>
    one.data.aliases.map((alias) => alias.toLowerCase()),
  );
  const isNew = !claimed.includes(data.title.toLowerCase()) && data.title !== title;
  return {
    title,
    aliases: [...data.aliases, ...(isNew ? [data.title] : [])],
    formerly: [...data.formerly.filter((name) => name !== to), id],
  };
}

function expectFree({ guidance }: Content, id: string, to: string, file: string): void {
  const other = guidance.find(
    (page) => page.id === to || (page.id !== id && page.data.formerly.includes(to)),
  );
  if (!other) return;
  const isSame = other.id === id;
  throw new BadInput([
    {
      file: other.file,
      expected: `a title that makes another address than ${paths.guidance(to)}`,
      found: isSame ? 'the address that it has' : 'that of other guidance, now or before',
      remedy: isSame
        ? `Change "title" in ${file}: its address stays.`
        : 'Choose another title, or change that of the other page first.',
    },
  ]);
}

async function expectNothingAt(taken: readonly string[]): Promise<void> {
  for (const path of taken) {
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    throw new BadInput([
      {
        file: path,
        expected: 'nothing of this name yet',
        found: found.isDirectory() ? 'a folder of earlier wordings' : 'a file',
        remedy: 'Move it away, or choose another title.',
      },
    ]);
  }
}

/** A page without earlier wordings has no folder of them. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
