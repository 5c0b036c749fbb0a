import type { Query } from './query.ts';

/** One thing found. */
export interface Found {
  url: string;
  title: string;
  kind: string;
  note: string;
  /** The passage that matches, as HTML with marks. */
  excerpt: string;
}

export interface Findings {
  /** How many there are altogether. */
  total: number;
  /** The first of them, best first. */
  found: Found[];
}

const shown = 20;

/** Looks for a query in the index, which is fetched when the first search needs it. */
export async function find({ words, kinds, audience }: Query): Promise<Findings> {
  const pagefind = await load();
  const filters = {
    ...(kinds.length > 0 && { kind: { any: kinds } }),
    ...(audience && { for: audience }),
  };
  const { results } = await pagefind.search(words, { filters });
  const data = await Promise.all(results.slice(0, shown).map((result) => result.data()));
  const found = data.map(({ url, excerpt, meta }) => ({
    url,
    excerpt,
    title: meta['title'] ?? url,
    kind: meta['kind'] ?? '',
    note: meta['note'] ?? '',
  }));
  return { total: results.length, found };
}

type Pagefind = typeof import('/pagefind/pagefind.js');
let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  loading ??= import('/pagefind/pagefind.js').then(async (pagefind) => {
    await pagefind.options({
      excerptLength: 28,
      // Entries differ in length by kind, not by worth; titles and aliases say what one is about.
      ranking: { pageLength: 0.1, termFrequency: 0.6, metaWeights: { title: 6, aliases: 6 } },
    });
    return pagefind;
  });
  return loading;
}
