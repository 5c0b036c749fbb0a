import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../disk/write-whole.ts';
import type { Change, History, Version } from './version.ts';

const versionSchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  words: z.string(),
  text: z.string(),
});

const folderOf = (data: string, path: string) => join(data, 'desk', 'history', path);

/* A moment without what file names may not have on every system. */
const idOf = (at: string) => at.replaceAll(/[:.]/g, '-');

/** The texts that a document had, as the desk keeps them where there is no repository. */
export const keptHistory = (data: string, path: string): History => {
  const read = async (id: string) => {
    if (!/^[\dTZ-]+$/.test(id)) return undefined;
    const text = await readFile(join(folderOf(data, path), `${id}.json`), 'utf8').catch(() => '');
    return text === '' ? undefined : versionSchema.parse(JSON.parse(text));
  };
  return {
    versions: async () => {
      const names = await readdir(folderOf(data, path)).catch((): string[] => []);
      const ids = names.flatMap((name) => (name.endsWith('.json') ? name.slice(0, -5) : []));
      const newest = ids.toSorted().toReversed().slice(0, 100);
      const all = await Promise.all(
        newest.map(async (id): Promise<Version[]> => {
          const version = await read(id);
          return version ? [{ id, by: version.by, at: version.at, words: version.words }] : [];
        }),
      );
      return all.flat();
    },
    text: async (id) => (await read(id))?.text,
  };
};

/** Keeps what a document says now, and of the first change what it said before. */
export async function keepChange(data: string, change: Change): Promise<void> {
  const { path, by, at, before, after } = change;
  const folder = folderOf(data, path);
  const known = await readdir(folder).catch((): string[] => []);
  const keep = async (moment: Date, version: Omit<z.output<typeof versionSchema>, 'at'>) => {
    const when = moment.toISOString();
    await writeWhole(
      join(folder, `${idOf(when)}.json`),
      JSON.stringify({ ...version, at: when }),
      0o600,
    );
  };
  if (known.length === 0) {
    const words = 'As it was before the desk changed it first';
    await keep(new Date(at.getTime() - 1), { by: '', words, text: before });
  }
  let moment = at;
  // Two in one millisecond, or a clock that stands still, are two all the same.
  while (known.includes(`${idOf(moment.toISOString())}.json`))
    moment = new Date(moment.getTime() + 2);
  await keep(moment, { by, words: 'Changed at the desk', text: after });
}
