import type { Alternative } from './understanding/concept.ts';
import { squash } from '../fold.ts';
import type { Looked, Ranked } from './rank.ts';

/**
 * The query with its misspelt words corrected, where there are any: each to the word by which the
 * best answer that has it corrected was found, for the other words of the query say which was meant. The rest
 * stays as it was typed, and so does a word whose correction led to no answer.
 * @param answers what speaks of enough of the query, best first
 */
export function correctedQuery(
  query: string,
  looked: readonly Looked[],
  answers: readonly Ranked[],
): string | undefined {
  const corrections = new Map(
    looked.flatMap(({ concept, hits }) => {
      const guesses = new Set(
        hits
          .map(([alternative]) => alternative)
          .filter(({ assumed }) => assumed?.how === 'spelling'),
      );
      const pick = answers.flatMap(({ by }) => by).find((one) => guesses.has(one));
      return pick ? [[concept.typed, saysOf(pick)] as const] : [];
    }),
  );
  if (corrections.size === 0) return undefined;
  return query
    .trim()
    .replaceAll(/[\p{L}\p{N}'’]+/gu, (word) => corrections.get(squash(word)) ?? word);
}

const saysOf = ({ assumed, words }: Alternative) => assumed?.says ?? words.join(' ');
