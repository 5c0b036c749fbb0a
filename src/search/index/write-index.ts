import { glob, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { CustomRecord } from 'pagefind';
import { inBatches } from '../../disk/in-batches.ts';
import { exactForms } from '../exact-forms.ts';
import { resultKinds } from '../result-kinds.ts';
import { joinParts, nameParts } from '../page-parts.ts';
import type { SearchRecord } from './search-record.ts';
import { sortIndexFiles } from './sort-index-files.ts';
import { partsOfDay } from '../part-of-day.ts';
import { precedenceMark } from '../precedence.ts';

/** Where the index stands in the built site. */
export const indexFolder = 'pagefind';

/* One for the whole site, so that a page in te reo is found from an English one. */
const language = 'en';

/**
 * Writes the search index: one language for the whole site, so that a page in te reo is found
 * from an English one, and one entry a record.
 * @param otherFiles makes the other files of the index folder, by name, while Pagefind is busy; they
 *   are compressed
 * @param out the folder of the built site
 * @throws when Pagefind reports any error
 */
export async function writeIndex(
  records: readonly SearchRecord[],
  otherFiles: () => Readonly<Record<string, string | Uint8Array>>,
  out: string,
): Promise<void> {
  const folder = join(out, indexFolder);
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
    if (!index) throw new Error(errors.join('; '));
    await inBatches(records, 500, async (record) => {
      const added = await index.addCustomRecord(asCustomRecord(record));
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
    });
    const writing = index.writeFiles({ outputPath: folder });
    const files = Object.entries(otherFiles()).map(
      ([name, text]) => [name, gzipSync(text, { level: 9 })] as const,
    );
    const written = await writing;
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
    await sortIndexFiles(folder);
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    // Pagefind's own search boxes and worker, which no page uses, weigh more than the index.
    for await (const name of glob('pagefind-*{ui,highlight,worker}.*', { cwd: folder })) {
      await rm(join(folder, name));
    }
  } catch (cause) {
    throw new Error('Pagefind could not write the search index.', { cause });
  } finally {
    await pagefind.close();
  }
}

/** The words that a search looks through. */
export const countSearchedWords = (records: readonly SearchRecord[]): number =>
  records
    .flatMap(withParts)
    .reduce((sum, { title, words }) => sum + count(title) + count(words), 0);

/** The pages and parts of pages that a result may lead to. */
export const countEntries = (records: readonly SearchRecord[]): number =>
  records.flatMap(withParts).length;

const withParts = (record: SearchRecord) => [record, ...(record.parts ?? [])];

const count = (words: string) => words.split(/\s+/).filter(Boolean).length;

/** A record as Pagefind takes it: filters, the order by date, what a result shows and what it is found by. */
function asCustomRecord(record: SearchRecord): CustomRecord {
  const { url, title, kind, audiences, topic, statuses = [], precedence, date, note } = record;
  const { aliases, symptom, parts = [] } = record;
  const words = joinParts(record.words, parts);
  const names = [title, ...aliases, ...parts.map((part) => part.title)];
  const forms = (text: string) =>
    exactForms(text).flatMap(({ tokens }) => [...tokens, ...tokens.flatMap(partsOfDay)]);
  const meta = {
    title,
    note,
    // A number in the title or an alias is what the record is about; one in the text is mentioned.
    aliases: [...aliases, ...forms(names.join('\n'))].join('. '),
    parts: nameParts(parts),
    symptom,
    precedence: precedence === 'living' ? '' : precedenceMark(precedence),
    // "Release notes", "known issue": a kind is a word people use.
    kind: Object.values(resultKinds[kind]).join(' '),
    exact: [...new Set(forms([note, words].join('\n')))].join(' '),
  };
  const filters = {
    kind: [kind],
    for: [...audiences],
    topic: topic ? [topic] : [],
    status: [...statuses],
  };
  return {
    url,
    content: words,
    language,
    meta: Object.fromEntries(
      Object.entries(meta).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
    filters: Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0)),
    sort: date ? { date } : {},
  };
}
