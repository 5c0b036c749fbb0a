import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { importKinds } from '../../importing/import-document.ts';
import { day } from '../../schemas/fields.ts';

const orderSchema = z.object({
  /** What the file was called. */
  name: z.string(),
  as: z.enum(importKinds),
  on: day.optional(),
});

/** What somebody wants to have made of a file that was written elsewhere. */
export type Order = z.output<typeof orderSchema>;

/** A file that was handed to the desk, until a draft is made of it. */
export interface KeptSource extends Order {
  id: string;
  /** Where it is kept: an absolute path, with the ending of its own name. */
  file: string;
}

const sourcesFolder = (data: string) => join(data, 'desk', 'sources');

/* In milliseconds. Whoever has not come back by then takes the file once more. */
const longest = 7 * 24 * 60 * 60 * 1000;

/**
 * Keeps a file while somebody looks at what it would become: only its owner reads it. Those of a week ago go.
 * @param now the present moment
 */
export async function keepSource(
  data: string,
  order: Order,
  bytes: Uint8Array,
  now: Date,
): Promise<KeptSource> {
  await dropOld(data, now);
  const id = randomUUID();
  const folder = join(sourcesFolder(data), id);
  const file = fileIn(folder, order.name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, bytes, { mode: 0o600 });
  await writeFile(join(folder, 'order.json'), JSON.stringify(order), { mode: 0o600 });
  return { ...order, id, file };
}

/** A file that is kept, by its id; nothing where there is none. */
export async function keptSource(data: string, id: string): Promise<KeptSource | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const folder = join(sourcesFolder(data), id);
  const text = await readFile(join(folder, 'order.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const order = orderSchema.parse(JSON.parse(text));
  return { ...order, id, file: fileIn(folder, order.name) };
}

/** Drops a file that is not needed any more. */
export const dropSource = (data: string, id: string): Promise<void> =>
  rm(join(sourcesFolder(data), id), { recursive: true, force: true });

/** Pictures are called after the file, so it keeps its name as far as that names nothing else on any disk. */
function fileIn(folder: string, name: string): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length).replaceAll(/[^\p{L}\p{N} _-]+/gu, '-');
  return join(folder, `${stem.slice(0, 80) || 'source'}${ending.replaceAll(/[^.\w]/g, '')}`);
}

async function dropOld(data: string, now: Date): Promise<void> {
  const folder = sourcesFolder(data);
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > longest) await dropSource(data, name);
  }
}
