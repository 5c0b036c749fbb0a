import { glob, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { BadInput, type Problem } from '../problem.ts';
import { contactsFileSchema } from '../schemas/contact.ts';
import { glossaryFileSchema } from '../schemas/glossary.ts';
import { isOpen } from '../schemas/known-issue.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkLinks } from './check-links.ts';
import { checkReferences } from './check-references.ts';
import { collections } from './collections.ts';
import type { Content, Document } from './content.ts';
import { parseYaml } from './parse-yaml.ts';
import { readDocument, readText } from './read-document.ts';

/**
 * Reads and checks everything in the content folder.
 * @param folder the folder that holds newsletters, guidance, contacts.yaml and the rest
 * @throws {BadInput} with every problem in every file at once
 */
export async function readContent(folder: string): Promise<Content> {
  const { content, problems } = await gatherContent(folder);
  if (problems.length > 0) throw new BadInput(problems);
  return content;
}

/**
 * Reads what can be read of the content folder, and says what cannot.
 * @throws {BadInput} where there is no such folder
 */
export async function gatherContent(
  folder: string,
): Promise<{ content: Content; problems: Problem[] }> {
  const problems: Problem[] = [];
  if (!(await isFolder(folder))) {
    problems.push({
      file: folder,
      expected: 'the folder of documents',
      found: 'no such folder',
      remedy: 'Set PANUI_CONTENT to the folder that holds newsletters, guidance and contacts.yaml.',
    });
    throw new BadInput(problems);
  }
  const documents = <Data>(name: keyof typeof collections, schema: z.ZodType<Data>) =>
    readCollection(join(folder, collections[name].folder), name, schema, problems);
  const content: Content = {
    newsletters: await documents('newsletters', collections.newsletters.schema),
    guidance: await documents('guidance', collections.guidance.schema),
    knownIssues: await documents('knownIssues', collections.knownIssues.schema),
    releases: await documents('releases', collections.releases.schema),
    contacts: await readRecords(join(folder, 'contacts.yaml'), contactsFileSchema, problems),
    glossary: await readRecords(join(folder, 'glossary.yaml'), glossaryFileSchema, problems),
  };
  checkEditionDates(content, problems);
  checkAnchors(content, problems);
  // A document that could not be read would make every reference to it look broken too.
  if (problems.length === 0) {
    checkReferences(content, join(folder, 'contacts.yaml'), problems);
    checkLinks(content, problems);
  }
  return { content: sorted(content), problems };
}

async function readCollection<Data>(
  folder: string,
  name: string,
  schema: z.ZodType<Data>,
  problems: Problem[],
): Promise<Document<Data>[]> {
  const files = (await Array.fromAsync(glob('**/*.mdx', { cwd: folder }))).toSorted();
  const read: Document<Data>[] = [];
  const firstFile = new Map<string, string>();
  for (const path of files) {
    const file = join(folder, path);
    const id = basename(path, '.mdx');
    const other = firstFile.get(id.toLowerCase());
    if (other) {
      problems.push({
        file,
        expected: 'a file name that no other document of its kind has',
        found: `"${id}.mdx", which is also the name of ${other}`,
        remedy: 'Rename one of them: the file name is the address of the page.',
      });
    } else if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      problems.push({
        file,
        expected: 'a file name of lower-case letters, digits and hyphens',
        found: `"${id}.mdx"`,
        remedy: 'Rename the file: its name is the address of the page.',
      });
    }
    firstFile.set(id.toLowerCase(), path);
    const document = await readDocument(file, name, schema, problems);
    if (document) read.push(document);
  }
  return read;
}

async function readRecords<Data>(
  file: string,
  schema: z.ZodType<Record<string, Data>>,
  problems: Problem[],
): Promise<Map<string, Data>> {
  const exists = await stat(file).catch(() => undefined);
  const source = exists ? await readText(file, problems) : '';
  if (source === undefined) return new Map();
  const parsed = parseYaml(source, schema, file);
  if ('data' in parsed) return new Map(Object.entries(parsed.data));
  problems.push(...parsed.problems);
  return new Map();
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

function sorted(content: Content): Content {
  const open = ({ data }: Content['knownIssues'][number]) => Number(!isOpen(data.status));
  return {
    ...content,
    newsletters: content.newsletters.toSorted((a, b) => b.data.date.localeCompare(a.data.date)),
    guidance: content.guidance.toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'mi')),
    knownIssues: content.knownIssues.toSorted(
      (a, b) => open(a) - open(b) || a.id.localeCompare(b.id),
    ),
    releases: content.releases.toSorted((a, b) => b.data.effective.localeCompare(a.data.effective)),
  };
}

const isFolder = async (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
