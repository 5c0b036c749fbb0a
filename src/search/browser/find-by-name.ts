import { foldedWords } from '../fold.ts';
import { type Named, namesFile, readNames } from '../names.ts';
import { openSearchDictionary, type SearchDictionary } from '../words-and-synonyms.ts';
import type { Found } from './find.ts';
import { fetchText, knownWords } from './index-reader.ts';
import { shareOf, spokenIn } from './passage.ts';
import type { Query } from './query.ts';
import { isFiltered } from './query.ts';
import { type Alternative, type Concept, plainly } from './understanding/concept.ts';
import { understand } from './understanding/understand.ts';

/** So few that what the index says stands in their place without much of a move. */
const most = 3;

let names: Promise<readonly Named[]> | undefined;

/**
 * What has a name that says all that was asked, the closest first: a first answer from a small file, before the
 * index is there. None where filters or an order were chosen.
 */
export async function findByName(query: Query): Promise<Found[]> {
  if (isFiltered(query) || query.sort !== '' || query.literally) return [];
  names ??= fetchText(namesFile).then(readNames);
  names.catch(() => (names = undefined));
  const [all, known] = await Promise.all([names, knownWords()]);
  return namedLike(query.words, all, openSearchDictionary(known));
}

/** Those of some names that say all that was asked, the closest first. */
export function namedLike(
  query: string,
  names: readonly Named[],
  dictionary: SearchDictionary,
): Found[] {
  // What is no name may well be a word of a text: nothing is corrected here.
  const concepts = understand(query, { ...dictionary, isWord: () => true });
  return names
    .map((one) => ({ one, share: closeness(one, concepts) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ one }) => ({ ...one, passage: [] }));
}

/** How much of a name that says all that was asked was asked for, from 0 to 1; 0 where none does. */
function closeness({ title, aliases }: Named, concepts: readonly Concept[]): number {
  return Math.max(
    ...[title, ...aliases].map((name) => {
      const by = concepts.flatMap((concept) => spokenBy(name, concept) ?? []);
      return by.length === concepts.length ? shareOf(name, by) : 0;
    }),
  );
}

const spokenBy = (name: string, { typed, alternatives }: Concept): Alternative | undefined =>
  [plainly(foldedWords(typed)), ...alternatives].find((one) => spokenIn(name, [one]).size === 1);
