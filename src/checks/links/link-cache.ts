import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../disk/make-folder.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { moment } from '../../schemas/fields.ts';

const cacheSchema = z.record(z.string(), moment);

/** When each address was last found to be there. */
export type LinkCache = Map<string, string>;

/** A good answer counts for a day, in milliseconds: sites are not asked more often. */
export const freshFor = 24 * 60 * 60 * 1000;

const fileIn = (data: string) => join(data, 'links.json');

/** What is known from earlier; nothing where the file is missing or is not what we wrote. */
export async function readLinkCache(data: string): Promise<LinkCache> {
  try {
    const value: unknown = JSON.parse(await readFile(fileIn(data), 'utf8'));
    return new Map(Object.entries(cacheSchema.parse(value)));
  } catch {
    return new Map();
  }
}

/** Keeps what is known for the next time. */
export async function writeLinkCache(data: string, cache: LinkCache): Promise<void> {
  makeFolder(data, { expected: 'a folder for what is known', setting: 'PANUI_DATA' });
  await writeWhole(fileIn(data), `${JSON.stringify(Object.fromEntries(cache), null, 2)}\n`);
}
