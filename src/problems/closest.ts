type Names = readonly string[] | ReadonlySet<string> | ReadonlyMap<string, unknown>;

/**
 * The name among `names` that `name` is most likely a misspelling of: at most two letters
 * wrong, missing, added or swapped, or `most` of them; undefined where none is near.
 * @param names an array, a set, or the keys of a map; what is not changed any more is fastest
 */
export function closest(name: string, names: Names, most = 2): string | undefined {
  const lengths = byLength(names);
  const wanted = name.toLowerCase();
  let near: { candidate: Candidate; distance: number } | undefined;
  let compared = 0;
  for (let length = wanted.length - most; length <= wanted.length + most; length++) {
    for (const candidate of lengths.get(length) ?? []) {
      if (++compared > mostCompared) return near?.candidate.name;
      const within = Math.min(most, candidate.name.length - 1);
      const far = distance(wanted, candidate.lower, most);
      if (far > within) continue;
      const isNearer =
        !near ||
        far < near.distance ||
        (far === near.distance && candidate.order < near.candidate.order);
      if (isNearer) near = { candidate, distance: far };
    }
  }
  return near?.candidate.name;
}

/* A guess is worth no more: a text of thousands of unknown names asks for thousands of them. */
const mostCompared = 2000;

interface Candidate {
  name: string;
  lower: string;
  /** The earlier of two that are equally near counts. */
  order: number;
}

const known = new WeakMap<Names, { size: number; lengths: Map<number, Candidate[]> }>();

function byLength(names: Names): Map<number, Candidate[]> {
  const size = 'size' in names ? names.size : names.length;
  const before = known.get(names);
  if (before?.size === size) return before.lengths;
  const all = 'size' in names ? [...names.keys()] : names;
  const lengths = Map.groupBy(
    all.map((name, order) => ({ name, lower: name.toLowerCase(), order })),
    ({ lower }) => lower.length,
  );
  known.set(names, { size, lengths });
  return lengths;
}

/**
 * Optimal string alignment distance: edits of one letter, a swap of neighbours counting as one.
 * @returns any number above `most` where it is more than that
 */
function distance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = [];
    if (row <= most) current[0] = row;
    let least = row;
    // What is further from the diagonal is more than that by its length alone.
    const end = Math.min(b.length, row + most);
    for (let column = Math.max(1, row - most); column <= end; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? Infinity) + 1);
      }
      current[column] = best;
      least = Math.min(least, best);
    }
    if (least > most) return least;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}
