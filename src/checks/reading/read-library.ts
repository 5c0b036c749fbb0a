import { glob, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withoutProse } from '../../document/without-prose.ts';
import { collections } from '../../content/collections.ts';
import { withoutDrafts } from '../../content/drafts.ts';
import type { Content } from '../../content/content.ts';
import { mapDocuments } from '../../content/map-documents.ts';
import type { Problem } from '../../problems/problem.ts';
import { gatherer } from '../../content/reading/read-content.ts';
import { readText } from '../../content/reading/read-text.ts';
import { siteMap } from '../../content/views/site-map.ts';
import { bulletinSchema, type Bulletin } from '../../schemas/bulletin.ts';
import { audienceIds } from '../../publication/site.ts';
import { addressOf } from './address-of.ts';
import { documentsByFile } from './documents-by-file.ts';
import { isMailed } from './is-mailed.ts';
import type { Library, LibraryFile, Page, Planned } from './page.ts';
import { readPage } from './read-page.ts';

/**
 * Reads of the content folder what every check needs: the front matter, the lists and the site map.
 * What the schemas refuse is kept as problems, so that one run says everything. The texts are read
 * page by page (`readPages`).
 * @param planned the day of sending, where it is not the date of the edition
 * @param out where the last build left its bulletins, to check them too
 * @param also what else keeps the content from being built
 * @param gather reads the front matter and the lists, where somebody has kept what they read before
 * @throws {BadInput} where there is no such folder
 */
export async function openLibrary(
  folder: string,
  planned?: Planned,
  out?: string,
  also: (content: Content) => Promise<readonly Problem[]> = () => Promise.resolve([]),
  gather = libraryGatherer(folder),
): Promise<Library> {
  const gathered = await gather();
  const problems = [...gathered.problems, ...(await also(gathered.content))];
  const { drafts } = gathered.content;
  const all = withoutTexts(gathered.content);
  // What is newest, and what there is to quote, is so without the drafts.
  const content = { ...withoutDrafts(all), drafts };
  // What is compared is held against what came before it: drafts come last, so that no other is blamed.
  const files = (await filesIn(folder)).toSorted(
    (a, b) => Number(drafts.has(a.file)) - Number(drafts.has(b.file)),
  );
  const documents = documentsByFile(all, planned);
  const unreadable = files.flatMap((one) =>
    documents.has(one.file) ? [] : (addressOf(one) ?? []),
  );
  return {
    folder,
    files,
    documents,
    content,
    planned,
    ackLines: ackLines(all),
    siteMap: siteMap(gathered.content),
    unreadable,
    words: content.words,
    problems,
    read: gathered.content.read,
    out,
  };
}

/** Reads of a content folder what a library needs; done again, it reads only what has changed. */
export const libraryGatherer = (folder: string): ReturnType<typeof gatherer> =>
  gatherer(folder, withoutProse);

/*
 * A page is parsed again when its turn comes, by the same parser: what all checks need of all documents is
 * taken before the first is checked, and to keep every text and tree until then would take memory that
 * grows with the archive. So it is parsed once for each of the two, by whichever thread takes it.
 */

/** Reads every page in turn; a file that is no text is left out, and its problem is known. */
export async function* readPages(library: Library): AsyncGenerator<Page> {
  for (const one of library.files) {
    const page = await readPageOf(library, one);
    if (page) yield page;
  }
}

/** Reads one page of a library. */
export const readPageOf = async (library: Library, one: LibraryFile): Promise<Page | undefined> =>
  pageOf(library, one, await sourceOf(one));

/** The text of a page, or nothing where it is none. */
export const sourceOf = ({ file }: LibraryFile): Promise<string | undefined> => readText(file, []);

/** A page of a library whose text has been read. */
export async function pageOf(
  { documents, out }: Library,
  { file, kind, id }: LibraryFile,
  source: string | undefined,
): Promise<Page | undefined> {
  if (source === undefined) return undefined;
  const bulletins =
    isMailed({ kind }) && out !== undefined ? await readBulletins(out, id) : undefined;
  const { asAt, ...own } = documents.get(file) ?? {};
  return readPage({
    file,
    kind,
    id,
    source,
    asAt,
    documents: { ...own, ...(bulletins && { bulletins }) },
  });
}

async function filesIn(folder: string): Promise<LibraryFile[]> {
  const files: LibraryFile[] = [];
  for (const kind of [
    'newsletters',
    'corrections',
    'guidance',
    'knownIssues',
    'releases',
    'help',
    'pages',
  ] as const) {
    const place = join(folder, collections[kind].folder);
    const paths = (await Array.fromAsync(glob('**/*.mdx', { cwd: place }))).toSorted();
    for (const path of paths)
      files.push({ file: join(place, path), kind, id: basename(path, '.mdx') });
  }
  const mailed = files.filter(isMailed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  files.splice(0, mailed.length, ...mailed);
  for (const id of ['contacts', 'glossary', 'kupu', 'words'] as const) {
    const file = join(folder, `${id}.yaml`);
    if (await stat(file).catch(() => undefined)) files.push({ file, kind: id, id });
  }
  return files;
}

function ackLines(content: Content): Map<string, number[]> {
  const { newsletters, corrections, guidance, knownIssues, releases } = content;
  const documents = [newsletters, corrections, guidance, knownIssues, releases].flat();
  return new Map(
    documents.flatMap(({ file, data: { acks }, lineOf }) =>
      acks ? [[file, acks.map((_, index) => lineOf(['acks', index]))]] : [],
    ),
  );
}

const withoutTexts = (content: Content) =>
  mapDocuments(content, (document) => ({ ...document, body: [] }));

/** Where a build leaves the bulletins of an edition or a correction. */
export const bulletinFiles = (out: string, id: string): string[] =>
  audienceIds().map((audience) => join(out, 'bulletins', id, `${audience}.json`));

/** A bulletin that is not what a build leaves is for the command that sends it to refuse. */
async function readBulletins(out: string, edition: string): Promise<Bulletin[]> {
  const read = bulletinFiles(out, edition).map(async (file) => {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    return bulletinSchema.safeParse(parseJson(text)).data ?? [];
  });
  return (await Promise.all(read)).flat();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
