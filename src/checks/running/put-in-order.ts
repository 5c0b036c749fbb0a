/**
 * Puts numbered things that come in any order in order again.
 * @param take gets each as soon as all before it have come
 * @returns takes a number, counted from 0, and its thing
 */
export function putInOrder<Thing>(
  take: (thing: Thing) => void,
): (number: number, thing: Thing) => void {
  const early = new Map<number, { thing: Thing }>();
  let next = 0;
  return (number, thing) => {
    early.set(number, { thing });
    for (let held = early.get(next); held; held = early.get(next)) {
      early.delete(next);
      next += 1;
      take(held.thing);
    }
  };
}
