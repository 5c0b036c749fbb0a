/**
 * How a record stands among others that match as well: living guidance and open known issues first,
 * then what is kept for reference, then dated editions and releases, the newest before the older, and last what is for authors.
 */
export const precedences = [
  'living',
  'reference',
  'closed',
  'newest',
  'recent',
  'older',
  'old',
  'guide',
] as const;

export type Precedence = (typeof precedences)[number];

/** What a match is worth by the precedence of its record. */
export const worthOf: Readonly<Record<Precedence, number>> = {
  living: 1,
  reference: 0.82,
  closed: 0.9,
  newest: 0.72,
  recent: 0.66,
  older: 0.6,
  old: 0.54,
  guide: 0.45,
};

/**
 * A word that the index has for every record of a precedence but the living, and nobody types: asking
 * for it is how a page learns the precedence of records without fetching them.
 */
export const precedenceMark = (precedence: Precedence): string => `zzq${precedence}`;

/** The precedence of a dated document that has `newer` ones of its kind before it. */
export function datedPrecedence(newer: number): Precedence {
  if (newer === 0) return 'newest';
  if (newer < 3) return 'recent';
  return newer < 12 ? 'older' : 'old';
}
