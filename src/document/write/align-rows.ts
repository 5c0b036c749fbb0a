/** What of two rows belongs together, as positions in each, in order: the most that can. */
export function alignRows<Item>(
  before: readonly Item[],
  after: readonly Item[],
  belong: (before: Item, after: Item) => boolean,
): [number, number][] {
  // The most pairs from each position on (the longest common subsequence).
  const most = Array.from({ length: before.length + 1 }, () =>
    Array<number>(after.length + 1).fill(0),
  );
  const at = (i: number, j: number) => most[i]?.[j] ?? 0;
  const pairs = before.map((one) => after.map((other) => belong(one, other)));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = most[i];
      if (row) row[j] = pairs[i]?.[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (pairs[i]?.[j]) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}
