import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';

/* Of Pagefind 1.5: each file is compressed, and starts with this before its CBOR (RFC 8949). */
const mark = 'pagefind_dcd';

/** A filter: its name, and the entries that have each of its values. */
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);
/** What all is in the index; at the fourth place the filters and their files. */
const filtersAt = 3;
const metaSchema = z.array(z.unknown());
const entrySchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string() })),
});

/**
 * Puts the filters of an index and their values in the order of letters. Pagefind writes them in another
 * order each time, and names files after what is in them: so the same content would not build the same
 * files.
 * @param folder of an index as Pagefind wrote it
 * @throws where the files are not as Pagefind 1.5 writes them
 */
export async function sortIndexFiles(folder: string): Promise<void> {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = entrySchema.parse(JSON.parse(await readFile(entryFile, 'utf8')));
  for (const language of Object.values(entry.languages)) {
    const file = join(folder, `pagefind.${language.hash}.pf_meta`);
    const meta = metaSchema.parse(await read(file));
    const named = z.array(z.tuple([z.string(), z.string()])).parse(meta[filtersAt]);
    const filters = await Promise.all(
      named.toSorted(byFirst).map(async ([name, hash]) => {
        const [own, values] = filterSchema.parse(await read(filterFile(folder, hash)));
        const settled = pack([own, values.toSorted(byFirst)]);
        await rm(filterFile(folder, hash));
        return { name, hash: nameOf(language.hash, settled), settled };
      }),
    );
    for (const { hash, settled } of filters) await writeFile(filterFile(folder, hash), settled);
    const settled = pack(
      meta.with(
        filtersAt,
        filters.map(({ name, hash }) => [name, hash]),
      ),
    );
    await rm(file);
    language.hash = nameOf(language.hash, settled);
    await writeFile(join(folder, `pagefind.${language.hash}.pf_meta`), settled);
  }
  await writeFile(entryFile, JSON.stringify(entry));
}

const filterFile = (folder: string, hash: string) => join(folder, 'filter', `${hash}.pf_filter`);

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

async function read(file: string): Promise<unknown> {
  const bytes = gunzipSync(await readFile(file));
  if (bytes.toString('latin1', 0, mark.length) !== mark)
    throw new Error(`${basename(file)} is not as Pagefind 1.5 writes it.`);
  return decode(bytes.subarray(mark.length));
}

const pack = (value: unknown): Buffer =>
  gzipSync(Buffer.concat([Buffer.from(mark), encode(value)]), { level: 9 });

/** A name of the same form, after the content: "en_3f6c0a1". */
function nameOf(before: string, bytes: Buffer): string {
  const [, language = '', hash = ''] = /^(.*_)(\w+)$/.exec(before) ?? [];
  return language + createHash('sha256').update(bytes).digest('hex').slice(0, hash.length);
}
