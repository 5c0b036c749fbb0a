import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { audienceIds } from '../../../publication/site.ts';
import type { SearchRecord } from '../search-record.ts';

/** Every word of the glossary. */
export function termRecords({ glossary }: Content): SearchRecord[] {
  return [...glossary].map(([id, { term, expansion, meaning, aliases }]) => ({
    url: `${paths.glossary}#${id}`,
    title: expansion ? `${term}: ${expansion}` : term,
    kind: 'term',
    audiences: audienceIds(),
    note: 'Words we use',
    words: meaning,
    aliases,
    precedence: 'reference' as const,
  }));
}
