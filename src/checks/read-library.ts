import { glob, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { collections, type Collection } from '../content/collections.ts';
import type { Content, Document } from '../content/content.ts';
import { parseYaml } from '../content/parse-yaml.ts';
import { gatherContent } from '../content/read-content.ts';
import { readText } from '../content/read-document.ts';
import type { Problem } from '../problem.ts';
import { bulletinSchema } from '../schemas/bulletin.ts';
import { audienceIds } from '../site.ts';
import { kupuFileSchema } from '../schemas/kupu.ts';
import { wordsFileSchema } from '../schemas/word-list.ts';
import type { z } from 'zod';
import type { Library, Page, PageKind } from './page.ts';
import { readPage, type PageSource } from './read-page.ts';

/**
 * Reads the content folder for the checks: what the schemas refuse is kept as problems, so that
 * one run says everything.
 * @param sendDay the day an edition is to be sent, YYYY-MM-DD, where that is not its date
 * @param out where the last build left its bulletins, to check them too
 * @throws {BadInput} where there is no such folder
 */
export async function readLibrary(
  folder: string,
  sendDay?: string,
  out?: string,
): Promise<Library> {
  const { content, problems } = await gatherContent(folder);
  const pages: Page[] = [];
  for (const kind of [
    'newsletters',
    'corrections',
    'guidance',
    'knownIssues',
    'releases',
    'help',
  ] as const) {
    const place = join(folder, collections[kind].folder);
    const files = (await Array.fromAsync(glob('**/*.mdx', { cwd: place }))).toSorted();
    for (const path of files) {
      const file = join(place, path);
      const source = await readText(file, []);
      if (source !== undefined)
        pages.push(readPage(pageSource(kind, file, source, content, sendDay)));
    }
  }
  for (const id of ['contacts', 'glossary', 'kupu', 'words'] as const) {
    const file = join(folder, `${id}.yaml`);
    const source = (await stat(file).catch(() => undefined)) && (await readText(file, []));
    if (source !== undefined) pages.push(readPage({ file, kind: id, id, source }));
  }
  if (out !== undefined) await addBulletins(pages, out);
  const kupu = readWords(pages, 'kupu', kupuFileSchema, problems);
  const words = readWords(pages, 'words', wordsFileSchema, problems);
  return { folder, pages, content, kupu, words, problems };
}

function pageSource(
  kind: Collection | 'help',
  file: string,
  source: string,
  content: Content,
  sendDay: string | undefined,
): PageSource {
  const own = <Data>(documents: readonly Document<Data>[]) =>
    documents.find((document) => document.file === file);
  const newsletter = own(content.newsletters);
  const correction = own(content.corrections);
  const guidance = own(content.guidance);
  const knownIssue = own(content.knownIssues);
  const release = own(content.releases);
  const asAt =
    newsletter && sendDay
      ? sendDay
      : (newsletter?.data.date ??
        correction?.data.date ??
        guidance?.data.lastReviewed ??
        knownIssue?.data.lastUpdated ??
        release?.data.effective);
  return {
    file,
    kind: kind satisfies PageKind,
    id: basename(file, '.mdx'),
    source,
    asAt,
    documents: {
      ...(newsletter && { newsletter }),
      ...(correction && { correction }),
      ...(guidance && { guidance }),
      ...(knownIssue && { knownIssue }),
      ...(release && { release }),
    },
  };
}

/** A bulletin that is not what a build leaves is for the command that sends it to refuse. */
async function addBulletins(pages: readonly Page[], out: string): Promise<void> {
  for (const page of pages) {
    if (page.kind !== 'newsletters' && page.kind !== 'corrections') continue;
    const read = audienceIds.map(async (audience) => {
      const file = join(out, 'bulletins', page.id, `${audience}.json`);
      const text = await readFile(file, 'utf8').catch(() => '{}');
      return bulletinSchema.safeParse(parseJson(text)).data ?? [];
    });
    Object.assign(page, { bulletins: (await Promise.all(read)).flat() });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A list of words in a file of its own; without the file, or where it cannot be used, an empty one. */
function readWords<List>(
  pages: readonly Page[],
  kind: 'kupu' | 'words',
  schema: z.ZodType<List>,
  problems: Problem[],
): List {
  const page = pages.find((one) => one.kind === kind);
  const parsed = page && parseYaml(page.source, schema, page.file);
  if (parsed && 'data' in parsed) return parsed.data;
  if (parsed) problems.push(...parsed.problems);
  return schema.parse({});
}
