import { sumOf } from '../../disk/read-file.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { writeText } from '../../document/write/write-text.ts';
import { readSource, type Source } from './read-source.ts';

/** What came of saving. */
export type Saved =
  | { outcome: 'saved' | 'same'; hash: string; file: string; before: string; original: string }
  /** Somebody else has changed the file since it was opened. Nothing was written. */
  | { outcome: 'changed-meanwhile'; theirs: Source };

/** One document after the other, so that of two who save at once the second hears of the first. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Writes a text into its file, whole or not at all; lines that say the same keep each byte.
 * @param hash that of the bytes that its author began from
 * @throws {BadInput} where there is no such document
 */
export function saveText(
  folder: string,
  { path, hash, text }: { path: string; hash: string; text: string },
): Promise<Saved> {
  const save = async (): Promise<Saved> => {
    const source = await readSource(folder, path);
    if (source.hash !== hash) return { outcome: 'changed-meanwhile', theirs: source };
    const written = writeText(source.original, text);
    const { file, original: before } = source;
    if (written === before) return { outcome: 'same', hash, file, before, original: written };
    await writeWhole(file, written);
    const sum = sumOf(Buffer.from(written));
    return { outcome: 'saved', hash: sum, file, before, original: written };
  };
  const before = turns.get(path) ?? Promise.resolve();
  const saving = before.then(save, save);
  const settled = saving.catch(() => undefined);
  turns.set(path, settled);
  void settled.then(() => turns.get(path) === settled && turns.delete(path));
  return saving;
}
