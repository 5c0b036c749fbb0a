import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The `@font-face` rules of the site that stands built in the folder `out`, so that the pages of the service
 * share its typeface and what a browser has of it already. Empty where none is built: system fonts stand in.
 */
export async function siteFonts(out: string): Promise<string> {
  const folder = join(out, '_astro');
  try {
    const sheets = (await readdir(folder)).filter((name) => name.endsWith('.css'));
    const texts = await Promise.all(sheets.map((name) => readFile(join(folder, name), 'utf8')));
    const rules = texts.flatMap((text) => text.match(/@font-face\s*\{[^}]*\}/g) ?? []);
    return [...new Set(rules)].join('\n');
  } catch {
    // Not built yet, or just now being built over: the next page has it.
    return '';
  }
}
