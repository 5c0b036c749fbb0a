import type { Alternative } from './concept.ts';
import { squash } from './fold.ts';
import type { Looked, Ranked } from './rank.ts';

/**
 * The query with its misspelt words corrected, where there are any: each to the word by which the
 * best result was found, for the other words of the query say which was meant. The rest stays as it
 * was typed, and so does a word whose correction did not lead to that result.
 */
export function correctedQuery(
  query: string,
  looked: readonly Looked[],
  best: Ranked | undefined,
): string | undefined {
  const corrections = new Map(
    looked.flatMap(({ concept, hits }) => {
      const [pick] =
        hits.find(
          ([alternative]) =>
            alternative.assumed?.how === 'spelling' && best?.by.includes(alternative),
        ) ?? [];
      return pick ? [[concept.typed, saysOf(pick)] as const] : [];
    }),
  );
  if (corrections.size === 0) return undefined;
  return query
    .trim()
    .replaceAll(/[\p{L}\p{N}'’]+/gu, (word) => corrections.get(squash(word)) ?? word);
}

const saysOf = ({ assumed, words }: Alternative) => assumed?.says ?? words.join(' ');
