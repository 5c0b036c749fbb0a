import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { plainText } from '../../document/plain-text.ts';
import { sumOf } from '../../disk/read-file.ts';
import type { Edited, Written } from '../protocol/document.ts';
import { readFileToEdit } from './read-file-to-edit.ts';
import { writeEdited } from './write-edited.ts';

/**
 * Writes what was edited into its file: whole, or not at all. A file that is another than the one that was
 * opened is left as it is.
 * @throws {BadInput} where there is no such document
 */
export async function saveEdited(folder: string, edited: Edited): Promise<Written> {
  const file = await readFileToEdit(folder, edited.path);
  if (file.hash !== edited.hash) {
    return { outcome: 'changed-meanwhile', hash: file.hash, text: plainText(file.original) };
  }
  const written = writeEdited(edited.base ?? file.original, file.container, edited);
  if ('faults' in written) return { outcome: 'refused', faults: written.faults };
  if (written.text === file.original) return { outcome: 'saved', hash: file.hash, changed: false };
  const bytes = Buffer.from(written.text);
  await replaceFile(file.file, bytes);
  return { outcome: 'saved', hash: sumOf(bytes), changed: true };
}

/** Puts other bytes in place of a file at once: whoever reads it gets the old ones or the new ones. */
async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const { mode } = await stat(file);
  const fresh = join(dirname(file), `.${basename(file)}-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(fresh, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      // After a power cut the new name must not stand before the new bytes.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
}
