import { squash } from './fold.ts';
import type { Looked, Ranked } from './rank.ts';
import type { Alternative } from './understand.ts';

/**
 * Settles on one correction for each misspelt word: the one by which the best result was found, for
 * the other words of the query say which was meant; else the nearest that is found at all.
 */
export function chosen(looked: readonly Looked[], best: Ranked | undefined): Looked[] {
  return looked.map(({ concept, hits }) => {
    const isCorrected = hits.some(([{ assumed }]) => assumed?.how === 'spelling');
    if (!isCorrected) return { concept, hits };
    const pick =
      hits.find(([alternative]) => best?.by.includes(alternative)) ??
      hits.find(([, { results }]) => results.size > 0);
    return { concept, hits: pick ? [pick] : [] };
  });
}

/** The query as it was understood, where its spelling was corrected; the rest stays as typed. */
export function spelled(query: string, looked: readonly Looked[]): string | undefined {
  const corrections = new Map(
    looked.flatMap(({ concept, hits }) => {
      const says = correction(hits[0]?.[0]);
      return says ? [[concept.typed, says] as const] : [];
    }),
  );
  if (corrections.size === 0) return undefined;
  return query
    .trim()
    .split(/\s+/)
    .map((word) => corrections.get(squash(word)) ?? word)
    .join(' ');
}

const correction = (alternative: Alternative | undefined) =>
  alternative?.assumed?.how === 'spelling' ? alternative.assumed.says : undefined;
