import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { collections } from '../../content/collections.ts';
import { decodeText, readText } from '../../content/reading/read-text.ts';
import { sumOf } from '../../disk/read-file.ts';
import { BadInput, type Problem } from '../../problems/problem.ts';

/** A document on the disk, as it is to be edited. */
export interface FileToEdit {
  /** The absolute path. */
  file: string;
  /** Its path in the content folder. */
  path: string;
  /** What the blocks of the contract call its collection. */
  container: string;
  schema: z.ZodType;
  /** The SHA-256 of its bytes. */
  hash: string;
  /** Its bytes as text, with whatever line ends it has. */
  original: string;
}

/* A name without its folder, or below one folder: nothing that leads out. */
const documentPath = /^(?<folder>[a-z-]+)\/(?<own>(?:[\w-][\w.-]*\/)?[\w-][\w.-]*\.mdx)$/;

/**
 * Reads a document of the content folder.
 * @param path its path in there: "newsletters/2026-05-08.mdx"
 * @throws {BadInput} where there is none of that path, or one that is no text
 */
export async function readFileToEdit(folder: string, path: string): Promise<FileToEdit> {
  const { folder: place, own = '' } = documentPath.exec(path)?.groups ?? {};
  const kind = Object.entries(collections).find(
    ([, one]) => one.folder === place && (!('holds' in one) || one.holds(own)),
  );
  const file = join(folder, path);
  if (!kind || own === '') throw new BadInput([noDocument(path)]);
  const problems: Problem[] = [];
  const text = await readText(file, problems);
  if (text === undefined) throw new BadInput(problems);
  const bytes = await readFile(file);
  const [name, { schema }] = kind;
  const decoded = decodeText(file, bytes);
  if (typeof decoded !== 'string') throw new BadInput([decoded]);
  return {
    file,
    path,
    container: name === 'earlierGuidance' ? 'guidance' : name,
    schema,
    hash: sumOf(bytes),
    // The mark that some programs put first is a part of it.
    original: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  };
}

const noDocument = (path: string): Problem => ({
  file: path,
  expected: 'the path of a document, such as newsletters/2026-05-08.mdx',
  found: `"${path}"`,
  remedy: 'Open one of those on the first page of the desk.',
});
