/** One entry of two lists that were compared: in both, only in the first, or only in the second. */
export interface Compared<Entry> {
  in: 'both' | 'first' | 'second';
  entry: Entry;
}

/**
 * Compares two lists by the longest list that both hold in order: what went comes before what came in its place.
 * The time it takes grows with the product of what differs.
 */
export function compareLists<Entry>(
  first: readonly Entry[],
  second: readonly Entry[],
): Compared<Entry>[] {
  const least = Math.min(first.length, second.length);
  let start = 0;
  while (start < least && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < least - start && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  const both = (entry: Entry): Compared<Entry> => ({ in: 'both', entry });
  return [
    ...first.slice(0, start).map(both),
    ...compareMiddle(
      first.slice(start, first.length - end),
      second.slice(start, second.length - end),
    ),
    ...first.slice(first.length - end).map(both),
  ];
}

/* Of more than this, one list is said to take the place of the other. */
const mostCells = 4_000_000;

function compareMiddle<Entry>(
  first: readonly Entry[],
  second: readonly Entry[],
): Compared<Entry>[] {
  const went = first.map((entry): Compared<Entry> => ({ in: 'first', entry }));
  const came = second.map((entry): Compared<Entry> => ({ in: 'second', entry }));
  if (first.length * second.length > mostCells) return [...went, ...came];
  const width = second.length + 1;
  // How much both have in common from a place in each on.
  const common = new Uint32Array((first.length + 1) * width);
  const at = (one: number, other: number) => common[one * width + other] ?? 0;
  for (let one = first.length - 1; one >= 0; one--)
    for (let other = second.length - 1; other >= 0; other--)
      common[one * width + other] =
        first[one] === second[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
  const compared: Compared<Entry>[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const [gone, come] = [went[one], came[other]];
    if (!gone && !come) return compared;
    if (gone && come && gone.entry === come.entry) {
      compared.push({ in: 'both', entry: gone.entry });
      one += 1;
      other += 1;
    } else if (gone && (!come || at(one + 1, other) >= at(one, other + 1))) {
      compared.push(gone);
      one += 1;
    } else if (come) {
      compared.push(come);
      other += 1;
    }
  }
}
