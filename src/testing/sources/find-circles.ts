/**
 * The files that reach themselves over what they name, each circle with all that stand in it: the strongly
 * connected components of more than one file (Tarjan, "Depth-first search and linear graph algorithms", 1972).
 * @param edges for each file the files that it names
 */
export function findCircles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    let low = own;
    open.push(file);
    isOpen.add(file);
    for (const next of edges.get(file) ?? []) {
      const seen = order.get(next);
      if (seen === undefined) low = Math.min(low, visit(next));
      else if (isOpen.has(next)) low = Math.min(low, seen);
    }
    if (low === own) {
      const circle = open.splice(open.indexOf(file));
      for (const one of circle) isOpen.delete(one);
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return circles.toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
}
