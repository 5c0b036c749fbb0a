import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../content/reading/read-text.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { writeText } from '../document/write/write-text.ts';
import { BadInput, type Problem } from '../problems/problem.ts';
import { type EntryKind, entryKinds, type StartedEntry, startEntry } from './start-entry.ts';

/** An entry that stands in its list now. */
export interface AddedEntry extends Omit<StartedEntry, 'text'> {
  /** The absolute path of the list. */
  file: string;
}

/**
 * Begins an entry and writes it at the end of its list; all that stood there keeps its bytes.
 * @param folder the content folder
 * @throws {BadInput} where it cannot be begun, or the list cannot be read; nothing was changed then
 */
export async function addEntry(folder: string, kind: EntryKind, name: string): Promise<AddedEntry> {
  const file = join(folder, entryKinds[kind].path);
  const original = await readList(file);
  const { text, ...entry } = startEntry(kind, name, { file, original });
  await writeWhole(file, writeText(original, text));
  return { ...entry, file };
}

/** What a list says, byte for byte; nothing where there is none yet. */
async function readList(file: string): Promise<string> {
  if (!(await stat(file).catch(() => undefined))) return '';
  const problems: Problem[] = [];
  await readText(file, problems);
  if (problems.length > 0) throw new BadInput(problems);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
}
