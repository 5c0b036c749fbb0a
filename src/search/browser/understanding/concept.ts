/** One way to look for a part of a query. */
export interface Alternative {
  /** Words as the index has them; several must stand side by side. */
  words: readonly string[];
  /** What a match is worth, where what was typed is worth 1. */
  worth: number;
  /** Found by the beginning of a word, not only whole. */
  prefix: boolean;
  /** What was assumed, to be said to the reader. */
  assumed?: { how: 'spelling' | 'meaning' | 'related'; says: string };
}

/** One thing that a query speaks of. */
export interface Concept {
  /** As it was typed. */
  typed: string;
  alternatives: readonly Alternative[];
  /** A form that the glossary has: one of the things the site is about. */
  isTopic?: boolean;
}

/** How a query is read. */
export interface UnderstandOptions {
  /** Nothing is assumed: no meanings, no corrections. */
  literally?: boolean;
  /** The last word may still be growing. */
  typing?: boolean;
}

/** Words taken as they were typed. */
export const plainly = (words: readonly string[], worth = 1): Alternative => ({
  words,
  worth,
  prefix: false,
});

/** Alternatives without those that look for the same; the first of them stays. */
export function unique(alternatives: readonly Alternative[]): Alternative[] {
  const byWords = Map.groupBy(alternatives, ({ words }) => words.join(' '));
  return [...byWords.values()].flatMap((same) => same.slice(0, 1));
}
