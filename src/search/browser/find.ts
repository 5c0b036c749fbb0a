import type { Filters } from '/pagefind/pagefind.js';
import type { Concept } from './understanding/concept.ts';
import { correctedQuery } from './corrected-query.ts';
import { type Index, openIndex } from './index-reader.ts';
import type { SearchDictionary } from '../words-and-synonyms.ts';
import { byDate, byTitle } from './sort-results.ts';
import { landingOf } from './landing.ts';
import { readParts } from '../page-parts.ts';
import { passage, type Passage } from './passage.ts';
import type { Query } from './query.ts';
import { isNowhere, isTelling, type Looked, rank, type Ranked } from './rank.ts';
import { understand } from './understanding/understand.ts';
import { readReferrals, type Referral, referralsFile } from '../referrals.ts';
import { chooseReferrals } from './choose-referrals.ts';

/** One thing found. */
export interface Found {
  url: string;
  title: string;
  kind: string;
  audiences: readonly string[];
  /** A date or a status, and where it stands. */
  note: string;
  passage: Passage;
}

export interface Findings {
  /** How many there are altogether; none where nothing speaks of most of what was asked. */
  total: number;
  /** The query with its spelling corrected, where it was. */
  corrected: string | undefined;
  /** What the site says for words in the query, where results were found by that. */
  meanings: readonly string[];
  /** What comes near to words in the query, where results were found by that. */
  related: readonly string[];
  /** The words of the query that no page has, where the others have an answer. */
  leftOut: readonly string[];
  /** The parts of the query that were understood, for finding somebody who can answer it. */
  concepts: readonly Concept[];
  /** Results from one place in the list to another, best or newest first. */
  read(from: number, to: number): Promise<Found[]>;
  /** The first of those that have some of the words, but too little to be an answer. */
  readWeak(to: number): Promise<Found[]>;
}

/* A result must speak of this much of what was asked, by weight, to be called an answer. */
const enough = 0.5;

/**
 * Looks for a query in the index.
 * @param typing whether the last word may still be growing
 */
export async function find(query: Query, typing = false): Promise<Findings> {
  const index = await openIndex();
  const { literally } = query;
  const filters = filtersOf(query);
  const ask = async (words: string) => {
    const dictionary = await index.dictionaryFor(words);
    const concepts = telling(understand(words, dictionary, { literally, typing }), dictionary);
    const looked = await lookAll(index, concepts, filters);
    const ranked = rank(looked, dictionary.records, index.precedenceOf);
    return { concepts, looked, ranked, isTelling: isTelling(looked, dictionary.records) };
  };
  const first = await ask(query.words);
  // Corrections that lead to no answer were no more than guesses: then nothing is said of them.
  const corrected = correctedQuery(query.words, first.looked, first.ranked.filter(isAnswer));
  const last = corrected ? await ask(corrected) : first;
  const { concepts } = last;
  const ranked = await byTitle(last.ranked, concepts, corrected ?? query.words);
  const nowhere = last.looked.filter(isNowhere);
  const shareOf = ({ covered, coveredOfKnown }: Ranked) =>
    last.isTelling ? coveredOfKnown : covered;
  const bar = Math.max(enough, (ranked[0] ? shareOf(ranked[0]) : 0) * 0.65);
  const strong = ranked.filter((one) => shareOf(one) >= bar);
  const weak = ranked.filter((one) => shareOf(one) < bar);
  const sorted = query.sort === 'date' ? await byDate(index, strong, concepts, filters) : strong;
  const read = (some: readonly Ranked[]) => Promise.all(some.map(readResult));
  return {
    total: sorted.length,
    corrected,
    meanings: assumedIn(sorted.slice(0, 10), 'meaning'),
    related: assumedIn(sorted.slice(0, 10), 'related'),
    leftOut: sorted.length > 0 ? nowhere.map(({ concept }) => concept.typed) : [],
    concepts,
    read: (from, to) => read(sorted.slice(from, to)),
    readWeak: (to) => read(weak.slice(0, to)),
  };
}

const isAnswer = ({ covered }: Ranked) => covered >= enough;

/** Whom to ask and what to read where nothing answers a query. */
export async function referrals({ concepts }: Findings): Promise<Referral[]> {
  const { dictionaryFor, text } = await openIndex();
  const words = concepts.map(({ typed }) => typed).join(' ');
  return chooseReferrals(
    readReferrals(await text(referralsFile)),
    concepts,
    await dictionaryFor(words),
  );
}

/** Fetches what the first search needs, so that it does not wait. */
export const prepare = (): Promise<unknown> => openIndex();

function filtersOf({ kinds, audience, topic, status }: Query): Filters {
  return {
    ...(kinds.length > 0 && { kind: { any: [...kinds] } }),
    ...(audience && { for: audience }),
    ...(topic && { topic }),
    ...(status && { status }),
  };
}

/* From this many records on, a word that most of them have takes longer to look for than it tells. */
const costly = 1500;

/** Without the words that nearly everything has, where a large site is asked for others besides. */
function telling(
  concepts: readonly Concept[],
  { words, records }: SearchDictionary,
): readonly Concept[] {
  const isCommon = ({ typed }: Concept) =>
    (words.get(typed) ?? 0) > Math.max(costly, records * 0.15);
  return concepts.every(isCommon) ? concepts : concepts.filter((concept) => !isCommon(concept));
}

const lookAll = (index: Index, concepts: readonly Concept[], filters: Filters): Promise<Looked[]> =>
  Promise.all(
    concepts.map(async (concept) => ({
      concept,
      hits: await Promise.all(
        concept.alternatives.map(
          async (alternative) => [alternative, await index.look(alternative, filters)] as const,
        ),
      ),
    })),
  );

const assumedIn = (ranked: readonly Ranked[], how: 'meaning' | 'related'): string[] => [
  ...new Set(
    ranked.flatMap(({ by }) =>
      by.flatMap(({ assumed }) => (assumed?.how === how ? assumed.says : [])),
    ),
  ),
];

async function readResult({ result, by, landing }: Ranked): Promise<Found> {
  const data = await result.data();
  const page = readParts(data);
  const { part } = landing ?? landingOf(page, by);
  const { note = '' } = data.meta;
  return {
    url: part ? `${data.url}#${part.id}` : data.url,
    title: part?.title ?? page.title,
    kind: data.filters['kind']?.[0] ?? '',
    audiences: data.filters['for'] ?? [],
    note: part ? `${page.title}. ${note}` : note,
    passage: passage(part?.words ?? page.words, by),
  };
}
