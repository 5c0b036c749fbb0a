import { stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
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
import { checkAliases } from '../integrity/check-aliases.ts';
import { checkAnchors } from '../integrity/check-anchors.ts';
import { checkCorrections } from '../integrity/check-corrections.ts';
import { checkDates } from '../integrity/check-dates.ts';
import { checkFiles } from '../integrity/check-files.ts';
import { checkLinks } from '../integrity/check-links.ts';
import { checkOwnPages } from '../integrity/check-own-pages.ts';
import {
  checkReferences,
  type ReferringSources,
  type Source,
} from '../integrity/check-references.ts';
import { collections } from '../collections.ts';
import { allDocuments, type Content } from '../content.ts';
import { parseYaml } from '../../document/parse-yaml.ts';
import { type CollectionOf, collectionReader } from './read-collection.ts';
import type { Reading } from '../../disk/reading.ts';
import type { ReadFiles } from '../../disk/read-file.ts';
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
 * @returns reads and checks everything, as `readContent` does
 */
export function contentReader(folder: string, hasSite = true): () => Promise<Content> {
  const gather = contentGatherer(folder, (body) => body, hasSite);
  return async () => {
    const { content, problems } = await gather();
    if (problems.length > 0) throw new BadInput(problems);
    return labelContent(content);
  };
}

/**
 * Reads what can be read of the content folder, and says what cannot.
 * @param keep what to keep of each text, once it is parsed
 * @throws {BadInput} where there is no such folder; with every problem in every file, where one is in its
 *   site.yaml
 */
export const gatherContent = (
  folder: string,
  keep = (body: Flow[]): Flow[] => body,
): Promise<Gathered> => contentGatherer(folder, keep, true)();

/** What could be read of the content folder, and what is wrong with it. */
export interface Gathered {
  content: Content;
  problems: Problem[];
}

function contentGatherer(
  folder: string,
  keep: (body: Flow[]) => Flow[],
  hasSite: boolean,
): () => Promise<Gathered> {
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
    };
    checkAll(content, { contacts, site }, folder, problems);
    if (hasSite && !site) {
      usePublication(undefined);
      throw new BadInput(problems);
    }
    return { content: sorted(content), problems };
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

/** Holds all documents against each other. */
function checkAll(
  content: Content,
  sources: ReferringSources,
  folder: string,
  problems: Problem[],
): void {
  if (problems.length === 0 && allDocuments(content).length === 0) {
    problems.push({
      file: folder,
      expected: 'documents in the folders newsletters, guidance, known-issues or releases',
      found: 'none',
      remedy: 'Set PANUI_CONTENT to the folder that holds them, or write the first one.',
    });
  }
  checkEditionDates(content, problems);
  checkAnchors(content, problems);
  checkDates(content, problems);
  checkOwnPages(content, problems);
  checkAliases(content, problems);
  const unsure = new Set(problems.map(({ file }) => parse(file).name));
  checkReferences(content, sources, unsure, problems);
  checkCorrections(content, unsure, problems);
  checkLinks(content, unsure, problems);
  checkFiles(content, problems);
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

function checkEditionDates({ newsletters }: Content, problems: Problem[]): void {
  for (const { id, data, file, lineOf } of newsletters) {
    if (data.date === id) continue;
    problems.push({
      file,
      line: lineOf(['date']),
      expected: `the date of the file name, ${id}`,
      found: data.date,
      remedy: `Name the file ${data.date}.mdx, or correct the date.`,
    });
  }
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
