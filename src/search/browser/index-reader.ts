import type { Filters, Result } from '/pagefind/pagefind.js';
import { dictionaries } from './understanding/dictionaries.ts';
import {
  type KnownWords,
  type SearchDictionary,
  knownWordsFile,
  languageFile,
  otherWordsFile,
  readKnownWords,
} from '../words-and-synonyms.ts';
import { mayHave } from '../word-filter.ts';
import { inflate } from './inflate.ts';
import { type Precedence, precedenceMark, precedences } from '../precedence.ts';
import type { Alternative } from './understanding/concept.ts';

type Pagefind = typeof import('/pagefind/pagefind.js');

/** What the index says about one alternative: the records it is in and how much each speaks of it. */
export interface Hits {
  results: ReadonlyMap<string, Result>;
  /** In how many records it is, whatever the filters. */
  everywhere: number;
}

/** The search index, opened. */
export interface Index {
  /** The dictionary that is enough for a query. */
  dictionaryFor(query: string): Promise<SearchDictionary>;
  precedenceOf(id: string): Precedence;
  look(alternative: Alternative, filters: Filters): Promise<Hits>;
  /** The places of an alternative's records in the order of all dates, the least for the newest; by id. */
  byDate(alternative: Alternative, filters: Filters): Promise<ReadonlyMap<string, number>>;
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
  const [pagefind, names] = await Promise.all([import('/pagefind/pagefind.js'), knownWords()]);
  await pagefind.options({
    // The worker would be fetched besides, and answers no sooner.
    noWorker: true,
    // Titles, aliases and symptoms say what a record is about; the note under a title hardly does.
    ranking: {
      termFrequency: 0.8,
      termSaturation: 1.2,
      pageLength: 0.5,
      metaWeights: {
        title: 3,
        aliases: 2.5,
        parts: 1.5,
        symptom: 2,
        exact: 1.5,
        note: 0.15,
        kind: 0.15,
      },
    },
  });
  const precedence = await readPrecedences(pagefind);
  return {
    dictionaryFor: dictionaries(names, {
      count: async (word) => (await pagefind.search(`"${word}"`, {})).unfilteredResultCount,
      rest: async () => {
        const [text, language] = await Promise.all([
          fetchText(otherWordsFile),
          fetchBytes(languageFile),
        ]);
        return { ...readKnownWords(text), isWord: (word) => mayHave(language, word) };
      },
    }),
    precedenceOf: (id) => precedence.get(id) ?? 'living',
    look: (alternative, filters) => look(pagefind, alternative, filters),
    byDate: async ({ words }, filters) => {
      const sort = { date: 'desc' } as const;
      const { results } = await pagefind.search(words.join(' '), { filters, sort });
      // Where it sorts, Pagefind gives the place as the score, the greatest for the newest.
      return new Map(results.map(({ id, score }) => [id, -score]));
    },
    text: fetchText,
  };
}

/* Most records are living: what is not found here is. */
async function readPrecedences(pagefind: Pagefind): Promise<Map<string, Precedence>> {
  const found = await Promise.all(
    precedences
      .filter((precedence) => precedence !== 'living')
      .map(async (precedence) => {
        const { results } = await pagefind.search(`"${precedenceMark(precedence)}"`, {});
        return results.map(({ id }) => [id, precedence] as const);
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

let known: Promise<KnownWords> | undefined;

/** The words that are names, fetched once. */
export function knownWords(): Promise<KnownWords> {
  known ??= fetchText(knownWordsFile).then(readKnownWords);
  known.catch(() => (known = undefined));
  return known;
}

/** The text of a file in the index folder. */
export const fetchText = async (name: string): Promise<string> =>
  new TextDecoder().decode(await fetchBytes(name));

async function fetchBytes(name: string): Promise<Uint8Array> {
  const answer = await fetch(`/pagefind/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return inflate(await answer.arrayBuffer());
}
