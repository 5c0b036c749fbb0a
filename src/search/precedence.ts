/**
 * How a record stands among others that match as well: living guidance and open known issues first,
 * then what is kept for reference, then dated editions and releases, the newest before the older.
 */
export const standings = [
  'living',
  'reference',
  'closed',
  'newest',
  'recent',
  'older',
  'old',
] as const;

export type Standing = (typeof standings)[number];

/** What a match is worth by the standing of its record. */
export const worthOf: Readonly<Record<Standing, number>> = {
  living: 1,
  reference: 0.82,
  closed: 0.9,
  newest: 0.72,
  recent: 0.66,
  older: 0.6,
  old: 0.54,
};

/**
 * A word that the index has for every record of a standing but the living, and nobody types: asking
 * for it is how a page learns the standing of records without fetching them.
 */
export const standingMark = (standing: Standing): string => `zzq${standing}`;

/** The standing of a dated document that has `newer` ones of its kind before it. */
export function datedStanding(newer: number): Standing {
  if (newer === 0) return 'newest';
  if (newer < 3) return 'recent';
  return newer < 12 ? 'older' : 'old';
}
