import type { Filters, Result } from '/pagefind/pagefind.js';
import { type Dictionary, knownWordsFile, openDictionary, readKnownWords } from './known-words.ts';
import { inflate } from './inflate.ts';
import { type Standing, standings } from './standing.ts';
import type { Alternative } from './concept.ts';

type Pagefind = typeof import('/pagefind/pagefind.js');

/** What the index says about one alternative: the records it is in and how much each speaks of it. */
export interface Hits {
  results: ReadonlyMap<string, Result>;
  /** In how many records it is, whatever the filters. */
  everywhere: number;
}

/** The search index, opened. */
export interface Index {
  dictionary: Dictionary;
  standingOf(id: string): Standing;
  look(alternative: Alternative, filters: Filters): Promise<Hits>;
  /** Everything that has a date, newest first. */
  newestFirst(): Promise<readonly string[]>;
  /** The text of another file in the index folder. */
  text(name: string): Promise<string>;
}

let opening: Promise<Index> | undefined;

/** Opens the index, which is fetched when the first search needs it. */
export function openIndex(): Promise<Index> {
  opening ??= open();
  // A failed fetch must not stay for ever: the next search tries again.
  opening.catch(() => (opening = undefined));
  return opening;
}

async function open(): Promise<Index> {
  const [pagefind, text] = await Promise.all([
    import('/pagefind/pagefind.js'),
    fetchText(knownWordsFile),
  ]);
  await pagefind.options({
    // Titles, aliases and symptoms say what a record is about; the note under a title hardly does.
    ranking: {
      termFrequency: 0.8,
      termSaturation: 1.2,
      pageLength: 0.3,
      metaWeights: { title: 3, aliases: 2.5, symptom: 2, exact: 1.5, note: 0.15 },
    },
  });
  const standing = await readStandings(pagefind);
  return {
    dictionary: openDictionary(readKnownWords(text)),
    standingOf: (id) => standing.get(id) ?? 'reference',
    look: (alternative, filters) => look(pagefind, alternative, filters),
    newestFirst: async () => {
      const { results } = await pagefind.search(null, { sort: { date: 'desc' } });
      return results.map(({ id }) => id);
    },
    text: fetchText,
  };
}

async function readStandings(pagefind: Pagefind): Promise<Map<string, Standing>> {
  const found = await Promise.all(
    standings.map(async (standing) => {
      const { results } = await pagefind.search(null, { filters: { standing } });
      return results.map(({ id }) => [id, standing] as const);
    }),
  );
  return new Map(found.flat());
}

/* Pagefind finds words by their beginnings; a phrase in quotation marks it finds as it stands. */
async function look(
  pagefind: Pagefind,
  { words, prefix }: Alternative,
  filters: Filters,
): Promise<Hits> {
  const phrase = words.join(' ');
  const [loose, exact] = await Promise.all([
    pagefind.search(phrase, { filters }),
    prefix ? undefined : pagefind.search(`"${phrase}"`, { filters }),
  ]);
  const ids = exact && new Set(exact.results.map(({ id }) => id));
  const kept = ids ? loose.results.filter(({ id }) => ids.has(id)) : loose.results;
  return {
    results: new Map(kept.map((result) => [result.id, result])),
    everywhere: (exact ?? loose).unfilteredResultCount,
  };
}

async function fetchText(name: string): Promise<string> {
  const answer = await fetch(`/pagefind/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return inflate(await answer.arrayBuffer());
}
