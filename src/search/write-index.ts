import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchRecord } from './records.ts';

/** Where the index stands in the built site. */
export const indexFolder = 'pagefind';

/**
 * Writes the search index: one language for the whole site, so that a page in te reo is found
 * from an English one, and one entry a record, so that a result leads to the item itself.
 * @param out the folder of the built site
 * @throws when Pagefind reports any error
 */
export async function writeIndex(records: readonly SearchRecord[], out: string): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
    if (!index) throw new Error(errors.join('; '));
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.url, content: asHtml(record) });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: join(out, indexFolder) });
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  } catch (cause) {
    throw new Error('Pagefind could not write the search index.', { cause });
  } finally {
    await pagefind.close();
  }
}

/** The words that a search looks through. */
export const countWords = (records: readonly SearchRecord[]): number =>
  records.reduce((sum, { title, words }) => sum + count(title) + count(words), 0);

const count = (words: string) => words.split(/\s+/).filter(Boolean).length;

/** A record as the HTML that Pagefind reads: filters, weights and what a result shows. */
function asHtml({ title, kind, audiences, note, words, aliases, weight }: SearchRecord): string {
  const filters = [`kind:${kind}`, ...audiences.map((audience) => `for:${audience}`)];
  const meta = { title, kind, note, aliases: aliases.join('. ') };
  return `<html lang="en"><body data-pagefind-body>
${filters.map((filter) => `<span data-pagefind-filter="${escape(filter)}"></span>`).join('')}
${Object.entries(meta)
  .map(([name, value]) => `<span data-pagefind-meta="${name}:${escape(value)}"></span>`)
  .join('')}
<div data-pagefind-weight="${weight}">${escape(words)}</div>
</body></html>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
