import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sourceSumsFile } from '../../delivery/bulletins/read-sources.ts';
import { sumOf } from '../../disk/read-file.ts';

const sumsSchema = z.record(z.string(), z.string());

/**
 * The files that the bulletins of an edition are made of, by their paths in the content folder, and which of them say
 * something else by now.
 */
export async function sourcesOf(
  out: string,
  content: string,
  edition: string,
): Promise<{ files: string[]; changed: string[] }> {
  const text = await readFile(sourceSumsFile(out, edition), 'utf8').catch(() => '{}');
  const sums = Object.entries(sumsSchema.parse(JSON.parse(text)));
  const changed = await Promise.all(
    sums.map(async ([path, sum]) => {
      const bytes = await readFile(join(content, path)).catch(() => undefined);
      return bytes && sumOf(bytes) === sum ? [] : [path];
    }),
  );
  return { files: sums.map(([path]) => path), changed: changed.flat() };
}
