import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './site-file.ts';

/**
 * The `@font-face` rules of the site that stands built in the folder `out`, so that the pages of the service
 * share its typeface and what a browser has of it already. Empty where none is built: system fonts stand in.
 */
export async function siteFonts(out: string): Promise<string> {
  const folder = join(out, '_astro');
  // Not built yet, or just now being built over: the next page has it.
  const sheets = ((await unlessMissing(readdir(folder))) ?? []).filter((name) =>
    name.endsWith('.css'),
  );
  const texts = await Promise.all(
    sheets.map((name) => unlessMissing(readFile(join(folder, name), 'utf8'))),
  );
  const rules = texts.flatMap((text) => text?.match(/@font-face\s*\{[^}]*\}/g) ?? []);
  return [...new Set(rules)].join('\n');
}
