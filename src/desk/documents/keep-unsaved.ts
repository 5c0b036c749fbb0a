import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptIn, keptFile, readKept } from '../../content/reading/kept-texts.ts';
import { sumOf } from '../../disk/read-file.ts';
import { writeWhole } from '../../disk/write-whole.ts';

/** Where the desk keeps what is typed and not saved. */
export const unsavedFolder = (data: string): string => join(data, 'desk', 'unsaved');

const baseFile = (data: string, hash: string) => join(data, 'desk', 'bases', `${hash}.txt`);

/** Keeps what somebody is typing: only its owner reads it, and it is whole whenever the program is killed. */
export const keepUnsaved = (data: string, { path, slot, ...kept }: KeptIn): Promise<void> =>
  writeWhole(keptFile(unsavedFolder(data), path, slot), JSON.stringify(kept), 0o600);

/** All that is typed in a document and not saved, newest first. */
export const keptOf = (data: string, path: string): Promise<KeptIn[]> =>
  readKept(unsavedFolder(data), path);

/** Drops what was typed in one window. */
export const dropKept = (data: string, path: string, slot: string): Promise<void> =>
  rm(keptFile(unsavedFolder(data), path, slot), { force: true });

/** Drops what was typed in one window and is saved now, and what its author's other windows say alike. */
export async function dropSaved(
  data: string,
  path: string,
  { slot, by, text }: Pick<KeptIn, 'slot' | 'by' | 'text'>,
): Promise<void> {
  const alike = (await keptOf(data, path)).filter((one) => one.by === by && one.text === text);
  const slots = new Set([slot, ...alike.map((one) => one.slot)]);
  await Promise.all([...slots].map((one) => dropKept(data, path, one)));
}

/** Keeps the text that somebody begins from, so that what others change meanwhile can be told from what they did. */
export async function keepBase(data: string, original: string): Promise<void> {
  const file = baseFile(data, sumOf(Buffer.from(original)));
  if ((await readBase(data, sumOf(Buffer.from(original)))) === undefined)
    await writeWhole(file, original, 0o600);
}

/** The text that is known by a hash, where it was kept. */
export const readBase = (data: string, hash: string): Promise<string | undefined> =>
  readFile(baseFile(data, hash), 'utf8').catch(() => undefined);
