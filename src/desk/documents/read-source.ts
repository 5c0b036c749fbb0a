import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collections, lists } from '../../content/collections.ts';
import { decodeText, readText } from '../../content/reading/read-text.ts';
import { sumOf } from '../../disk/read-file.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';
import type { PageKind } from '../../checks/reading/page.ts';

/** A document or a list as it stands on the disk. */
export interface Source {
  /** The absolute path. */
  file: string;
  /** Its path in the content folder, with "/". */
  path: string;
  /** What the checks call its kind. */
  kind: PageKind;
  /** The SHA-256 of its bytes, by which a change of somebody else is noticed. */
  hash: string;
  /** Its bytes as text, with whatever line ends it has. */
  original: string;
}

/* A name below a folder, or one folder further down: nothing that leads out. */
const documentPath = /^(?<folder>[a-z-]+)\/(?<own>(?:[\w-][\w.-]*\/)?[\w-][\w.-]*\.mdx)$/;

/**
 * Reads a document or a list of the content folder.
 * @param path its path in there: "newsletters/2026-05-08.mdx", "contacts.yaml"
 * @throws {BadInput} where there is none of that path, or one that is no text
 */
export async function readSource(folder: string, path: string): Promise<Source> {
  const kind = kindOf(path);
  if (!kind) throw new BadInput([noDocument(path)]);
  const file = join(folder, path);
  const problems: Problem[] = [];
  if ((await readText(file, problems)) === undefined) throw new BadInput(problems);
  const bytes = await readFile(file);
  const decoded = decodeText(file, bytes);
  if (typeof decoded !== 'string') throw new BadInput([decoded]);
  // The mark that some programs put first is a part of it.
  const original = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { file, path, kind, hash: sumOf(bytes), original };
}

function kindOf(path: string): PageKind | undefined {
  if (Object.hasOwn(lists, path)) return listKinds[path] ?? 'other';
  const { folder, own = '' } = documentPath.exec(path)?.groups ?? {};
  const found = Object.entries(collections).find(
    ([, one]) => one.folder === folder && (!('holds' in one) || one.holds(own)),
  );
  if (!found || own === '') return undefined;
  return pageKinds[found[0]] ?? 'other';
}

const pageKinds: Readonly<Record<string, PageKind>> = {
  newsletters: 'newsletters',
  corrections: 'corrections',
  guidance: 'guidance',
  earlierGuidance: 'guidance',
  knownIssues: 'knownIssues',
  releases: 'releases',
  help: 'help',
  pages: 'pages',
};

const listKinds: Readonly<Record<string, PageKind>> = {
  'contacts.yaml': 'contacts',
  'glossary.yaml': 'glossary',
  'kupu.yaml': 'kupu',
  'words.yaml': 'words',
};

const noDocument = (path: string): Problem => ({
  file: path,
  expected: 'the path of a document, such as newsletters/2026-05-08.mdx',
  found: `"${path}"`,
  remedy: 'Open one of those on the first page of the desk.',
});
