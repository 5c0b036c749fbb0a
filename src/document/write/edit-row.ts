import type { Span } from '../tree.ts';
import { alignRows } from './align-rows.ts';
import type { Edit } from './splice.ts';

/** What a row of nodes, or of entries of a list, is made of, as far as changing it goes. */
export interface RowOf<Item> {
  same: (before: Item, after: Item) => boolean;
  /** Whether one can be changed into the other where it stands. */
  alike: (before: Item, after: Item) => boolean;
  /** The edits that do so. */
  change: (before: Item, after: Item, at: Span) => Edit[];
  write: (item: Item, previous: Item | undefined) => string;
  /** What stands between two of them. */
  between: (previous: Item, item: Item) => string;
}

/**
 * The edits that make one row of another: what is the same stays untouched, what is alike is changed
 * in place, the rest is taken out or put in.
 * @param before what stands there, at least one, each with its place
 */
export function editRow<Item>(
  before: readonly { item: Item; at: Span }[],
  after: readonly Item[],
  row: RowOf<Item>,
): Edit[] {
  const olds = before.map(({ item }) => item);
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  const replace = (untilOld: number, untilNew: number) => {
    edits.push(...replaced(before, [i, untilOld], after, [j, untilNew], row));
    [i, j] = [untilOld + 1, untilNew + 1];
  };
  const kept = alignRows(olds, after, row.same);
  for (const [oldAt, newAt] of [...kept, [olds.length, after.length] as const]) {
    const alike = alignRows(olds.slice(i, oldAt), after.slice(j, newAt), row.alike);
    const pairs = alike.map(([one, other]) => [i + one, j + other] as const);
    for (const [one, other] of pairs) {
      const old = before[one];
      const now = after[other];
      if (old && now !== undefined) edits.push(...row.change(old.item, now, old.at));
      replace(one, other);
    }
    replace(oldAt, newAt);
  }
  return edits;
}

/** The edit that puts a stretch of one row in the place of a stretch of the other; none where both are empty. */
function replaced<Item>(
  before: readonly { item: Item; at: Span }[],
  [fromOld, toOld]: readonly [number, number],
  after: readonly Item[],
  [fromNew, toNew]: readonly [number, number],
  row: RowOf<Item>,
): Edit[] {
  const news = after.slice(fromNew, toNew);
  const previous = after[fromNew - 1];
  const next = after[toNew];
  let text = '';
  news.forEach((item, index) => {
    const last = index === 0 ? previous : news[index - 1];
    if (index > 0 && last !== undefined) text += row.between(last, item);
    text += row.write(item, last);
  });
  const [first, last] = [before[fromOld], before[toOld - 1]];
  const [above, below] = [before[fromOld - 1], before[toOld]];
  const [head, tail] = [news[0], news.at(-1)];
  if (first && last && toOld > fromOld) {
    if (news.length > 0) return [{ from: first.at.from, to: last.at.to, text }];
    // What stood around it moves together.
    if (below) return [{ from: first.at.from, to: below.at.from, text }];
    return [{ from: above ? above.at.to : first.at.from, to: last.at.to, text }];
  }
  if (head === undefined || tail === undefined) return [];
  if (above && previous !== undefined) {
    return [{ from: above.at.to, to: above.at.to, text: row.between(previous, head) + text }];
  }
  if (below && next !== undefined) {
    return [{ from: below.at.from, to: below.at.from, text: text + row.between(tail, next) }];
  }
  return [];
}
