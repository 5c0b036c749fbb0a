/** Does something for every item, `size` of them at a time: fast, without opening everything at once. */
export async function inBatches<Item, Made>(
  items: readonly Item[],
  size: number,
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < items.length; at += size) {
    made.push(...(await Promise.all(items.slice(at, at + size).map(make))));
  }
  return made;
}
