import type { Alternative } from './concept.ts';
import { squash } from './fold.ts';
import type { Looked, Ranked } from './rank.ts';

/**
 * The query with every misspelt word corrected, where there are any: each to the word by which the
 * best result was found, for the other words of the query say which was meant; else to the nearest
 * that is found at all. The rest stays as it was typed.
 */
export function correctedQuery(
  query: string,
  looked: readonly Looked[],
  best: Ranked | undefined,
): string | undefined {
  const corrections = new Map(
    looked.flatMap(({ concept, hits }) => {
      const slips = hits.filter(([{ assumed }]) => assumed?.how === 'spelling');
      const [pick] =
        slips.find(([alternative]) => best?.by.includes(alternative)) ??
        slips.find(([, { results }]) => results.size > 0) ??
        [];
      return pick ? [[concept.typed, saysOf(pick)] as const] : [];
    }),
  );
  if (corrections.size === 0) return undefined;
  return query
    .trim()
    .split(/\s+/)
    .map((word) => corrections.get(squash(word)) ?? word)
    .join(' ');
}

const saysOf = ({ assumed, words }: Alternative) => assumed?.says ?? words.join(' ');
