/** Parts of the day, by the hours in which they begin and end, and what people call them. */
const parts = [
  { from: 0, to: 9, names: ['early', 'breakfast', 'dawn'] },
  { from: 5, to: 12, names: ['morning', 'mornings'] },
  { from: 12, to: 14, names: ['lunch', 'lunchtime', 'lunchbreak'] },
  { from: 12, to: 17, names: ['afternoon', 'afternoons'] },
  { from: 17, to: 24, names: ['evening', 'evenings', 'night', 'tonight', 'nighttime'] },
] as const;

const tokenOf = ({ from, to }: (typeof parts)[number]) => `h${from}to${to}`;

/**
 * The words of the index for the parts of the day that a time is in.
 * @param token of a time on the 24-hour clock, as `exactForms` makes it: "h1900"
 */
export function partsOfDay(token: string): string[] {
  const hour = /^h(\d\d)\d\d$/.exec(token)?.[1];
  if (hour === undefined) return [];
  return parts.filter(({ from, to }) => Number(hour) >= from && Number(hour) < to).map(tokenOf);
}

/** The word of the index for a part of the day that people ask for by a folded word: "evening". */
export function partOfDay(word: string): string | undefined {
  const part = parts.find(({ names }) => names.some((name) => name === word));
  return part && tokenOf(part);
}
