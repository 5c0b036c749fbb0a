import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createFile } from '../../skeletons/create-file.ts';
import { type EntryKind, entryKinds, startEntry } from '../../skeletons/start-entry.ts';
import { keepBase, keepUnsaved } from './keep-unsaved.ts';
import { readSource } from './read-source.ts';

/**
 * Begins an entry of a list: it stands at the end of the list as something typed, until its author saves it.
 * @returns the path of the list, and the window in which it is kept
 * @throws {BadInput} where there is nothing to name it by, or it cannot be begun
 */
export async function beginEntry(
  { content, data, now }: { content: string; data: string; now: Date },
  kind: EntryKind,
  { name, by }: { name: string; by: string },
): Promise<{ path: string; slot: string }> {
  const { path } = entryKinds[kind];
  await createFile(join(content, path), '');
  const { file, original, hash } = await readSource(content, path);
  const { text } = startEntry(kind, name, { file, original });
  await keepBase(data, original);
  const slot = randomUUID();
  await keepUnsaved(data, { path, slot, base: hash, by, at: now.toISOString(), text });
  return { path, slot };
}
