/** Whether two values of a tree say the same, whatever the order of their keys. */
export function sameTree(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameTree(value, b.get(key)))
  );
}
