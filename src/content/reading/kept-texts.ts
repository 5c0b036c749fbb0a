import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const keptSchema = z.object({
  /** The SHA-256 of the bytes that it was begun from. */
  base: z.string(),
  /** Who typed it; empty where they did not say. */
  by: z.string(),
  /** When the last of it was typed, in UTC. */
  at: z.iso.datetime(),
  text: z.string(),
});

/** What somebody has typed and not saved: the whole text of a document. */
export type KeptText = z.output<typeof keptSchema>;

/** It, with the document it belongs to and the window it was typed in. */
export interface KeptIn extends KeptText {
  /** The path of the document in the content folder, with "/". */
  path: string;
  /** What names the window. */
  slot: string;
}

/** Where what is typed in a window is kept, in the folder of all that is. */
export const keptFile = (folder: string, path: string, slot: string): string =>
  join(folder, path, `${slot}.json`);

/**
 * All that is kept and not saved, newest first.
 * @param folder where it is kept
 * @param path that of one document, in the content folder; left out, of all
 */
export async function readKept(folder: string, path?: string): Promise<KeptIn[]> {
  const pattern = path === undefined ? '**/*.json' : `${path}/*.json`;
  const names = await Array.fromAsync(glob(pattern, { cwd: folder }));
  const read = await Promise.all(
    names.map(async (name) => {
      const kept = await readOne(join(folder, name));
      const own = name.replaceAll('\\', '/');
      const slot = own.slice(own.lastIndexOf('/') + 1, -'.json'.length);
      return kept ? [{ ...kept, path: dirname(own), slot }] : [];
    }),
  );
  return read.flat().toSorted((a, b) => b.at.localeCompare(a.at));
}

/** What was saved meanwhile, or is no kept text, is none. */
async function readOne(file: string): Promise<KeptText | undefined> {
  try {
    return keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * The variable that names the folder of what is kept to whoever shows documents while they are written. A build never
 * reads it: what is not saved is not published.
 */
export const unsavedVariable = 'PANUI_UNSAVED';

/** The newest unsaved text of each document, by its absolute path. */
export async function unsavedTexts(
  folder: string,
  content: string,
): Promise<ReadonlyMap<string, string>> {
  const kept = (await readKept(folder)).toReversed();
  return new Map(kept.map(({ path, text }) => [join(content, path), text]));
}
