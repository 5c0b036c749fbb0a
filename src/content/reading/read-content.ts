import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Flow } from '../../document/tree.ts';
import { labelContent } from './label-files.ts';
import { readFiles } from '../../files/read-files.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import { readSite } from './read-site.ts';
import { usePublication } from '../../publication/site.ts';
import { contactsFileSchema } from '../../schemas/contact.ts';
import { glossaryFileSchema } from '../../schemas/glossary.ts';
import { isOpen } from '../../schemas/known-issue.ts';
import { kupuFileSchema } from '../../schemas/kupu.ts';
import { wordsFileSchema } from '../../schemas/word-list.ts';
import type { Source } from '../integrity/check-references.ts';
import { type Gathered, judgeContent } from '../integrity/judge-content.ts';
import { collections } from '../collections.ts';
import type { Content } from '../content.ts';
import { parseYaml } from '../../document/yaml/parse-yaml.ts';
import { type CollectionOf, collectionReader } from './read-collection.ts';
import type { Reading } from '../../disk/reading.ts';
import type { ReadFiles } from '../../disk/read-file.ts';
import { findStrays } from './find-strays.ts';
import { readText } from './read-text.ts';
import { readList } from './read-list.ts';

/**
 * Reads and checks everything in the content folder.
 * @param folder the folder that holds newsletters, guidance, contacts.yaml and the rest
 * @param hasSite whether they have a `site.yaml` of their own, which examples do not; what
 *   it says is the publication of the process from then on
 * @throws {BadInput} with every problem in every file at once
 */
export const readContent = (folder: string, hasSite = true): Promise<Content> =>
  contentReader(folder, hasSite)();

/**
 * A reader of the content folder that reads again only what has changed since it last did.
 * @param showsDrafts whether drafts are part of it; left out, they are not, and nothing that is wrong in
 *   one keeps the others from being read
 * @returns reads and checks everything, as `readContent` does
 */
export function contentReader(
  folder: string,
  hasSite = true,
  showsDrafts = () => false,
): () => Promise<Content> {
  const gather = contentGatherer(folder, (body) => body, hasSite);
  return async () => {
    const gathered = await gather();
    const { content, problems } = showsDrafts() ? gathered.all : gathered.published;
    if (problems.length > 0) throw new BadInput(problems);
    return labelContent(content);
  };
}

/**
 * Reads what can be read of the content folder, drafts too, and says what cannot. What is wrong in a draft
 * is told of its file, and of no other.
 * @param keep what to keep of each text, once it is parsed
 * @throws {BadInput} where there is no such folder; with every problem in every file, where one is in its
 *   site.yaml
 */
export const gatherContent = (
  folder: string,
  keep = (body: Flow[]): Flow[] => body,
): Promise<Gathered> => gatherer(folder, keep)();

/** As `gatherContent`, for who does it again and again: only what has changed since is read. */
export function gatherer(
  folder: string,
  keep = (body: Flow[]): Flow[] => body,
): () => Promise<Gathered> {
  const gather = contentGatherer(folder, keep, true);
  return async () => {
    const { all, published } = await gather();
    const inDrafts = all.problems.filter(({ file }) => all.content.drafts.has(file));
    return { content: all.content, problems: [...published.problems, ...inDrafts] };
  };
}

function contentGatherer(
  folder: string,
  keep: (body: Flow[]) => Flow[],
  hasSite: boolean,
): () => Promise<{ all: Gathered; published: Gathered }> {
  const reader = <Data>(collection: CollectionOf<Data>, container: string) =>
    collectionReader(folder, collection, container, keep);
  const startReaders = () => ({
    newsletters: reader(collections.newsletters, 'newsletters'),
    corrections: reader(collections.corrections, 'corrections'),
    guidance: reader(collections.guidance, 'guidance'),
    earlierGuidance: reader(collections.earlierGuidance, 'guidance'),
    knownIssues: reader(collections.knownIssues, 'knownIssues'),
    releases: reader(collections.releases, 'releases'),
    help: reader(collections.help, 'help'),
    pages: reader(collections.pages, 'pages'),
  });
  let readers = startReaders();
  let siteSum: string | undefined;
  return async () => {
    const problems: Problem[] = [];
    const read: ReadFiles = new Map();
    const reading = { problems, read };
    await expectFolder(folder);
    const site = hasSite ? await readSite(folder, reading) : undefined;
    // Whom documents can be for decides what is wrong with them.
    if (hasSite && (!site || site.sum !== siteSum)) readers = startReaders();
    siteSum = site?.sum;
    const recordsIn = <Data>(name: string, schema: z.ZodType<Record<string, Data>>) =>
      readRecords(join(folder, name), schema, reading);
    const contacts = await recordsIn('contacts.yaml', contactsFileSchema);
    const glossary = await recordsIn('glossary.yaml', glossaryFileSchema);
    const content: Content = {
      newsletters: await readers.newsletters(reading),
      corrections: await readers.corrections(reading),
      guidance: await readers.guidance(reading),
      earlierGuidance: await readers.earlierGuidance(reading),
      knownIssues: await readers.knownIssues(reading),
      releases: await readers.releases(reading),
      help: await readers.help(reading),
      pages: await readers.pages(reading),
      contacts: contacts.records,
      glossary: glossary.records,
      kupu: await readList(join(folder, 'kupu.yaml'), kupuFileSchema, problems, read),
      words: await readList(join(folder, 'words.yaml'), wordsFileSchema, problems, read),
      files: await readFiles(folder, reading),
      read,
      drafts: new Map([...read].flatMap(([file, { draft }]) => (draft ? [[file, draft]] : []))),
    };
    problems.push(...(await findStrays(folder)));
    const judged = judgeContent(sorted(content), { contacts, glossary, site }, folder, problems);
    if (hasSite && !site) {
      usePublication(undefined);
      throw new BadInput(judged.published.problems);
    }
    return judged;
  };
}

/** @throws {BadInput} where there is no such folder */
async function expectFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  throw new BadInput([
    {
      file: folder,
      expected: 'the folder of documents',
      found: 'no such folder',
      remedy: 'Set PANUI_CONTENT to the folder that holds newsletters, guidance and contacts.yaml.',
    },
  ]);
}

async function readRecords<Data>(
  file: string,
  schema: z.ZodType<Record<string, Data>>,
  { problems, read }: Reading,
): Promise<Source & { records: Map<string, Data> }> {
  const exists = await stat(file).catch(() => undefined);
  const source = exists ? await readText(file, problems, read) : '';
  const parsed = source === undefined ? { problems: [] } : parseYaml(source, schema, file);
  if ('data' in parsed) {
    return { file, lineOf: parsed.lineOf, records: new Map(Object.entries(parsed.data)) };
  }
  problems.push(...parsed.problems);
  return { file, lineOf: () => 1, records: new Map() };
}

type Ordered = Content['help' | 'pages'][number];

function sorted(content: Content): Content {
  const byOrder = (a: Ordered, b: Ordered) =>
    a.data.order - b.data.order || a.id.localeCompare(b.id);
  const open = ({ data }: Content['knownIssues'][number]) => Number(!isOpen(data.status));
  return {
    ...content,
    newsletters: content.newsletters.toSorted((a, b) => b.data.date.localeCompare(a.data.date)),
    corrections: content.corrections.toSorted((a, b) => b.id.localeCompare(a.id)),
    guidance: content.guidance.toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'mi')),
    knownIssues: content.knownIssues.toSorted(
      (a, b) => open(a) - open(b) || a.id.localeCompare(b.id),
    ),
    releases: content.releases.toSorted((a, b) => b.data.effective.localeCompare(a.data.effective)),
    help: content.help.toSorted(byOrder),
    pages: content.pages.toSorted(byOrder),
  };
}

const isFolder = async (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
