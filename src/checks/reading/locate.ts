import type { Place } from './page.ts';

/** Where a place starts: line and column counted from 1, columns in UTF-16 units as editors count. */
export interface Position {
  line: number;
  column: number;
}

const starts = new WeakMap<object, number[]>();

/** The line and column at which a place starts. */
export function locate({ page, from }: Place): Position {
  const lines = lineStarts(page);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: from - (lines[low] ?? 0) + 1 };
}

/** The whole of a line of a page, counted from 1, as a place. */
export function lineAt(page: Place['page'], line: number): Place {
  const lines = lineStarts(page);
  const from = lines[line - 1] ?? 0;
  const next = lines[line];
  return { page, from, to: next === undefined ? page.source.length : next - 1 };
}

function lineStarts(page: Place['page']): number[] {
  const known = starts.get(page);
  if (known) return known;
  const found = [0];
  for (let at = page.source.indexOf('\n'); at >= 0; at = page.source.indexOf('\n', at + 1)) {
    found.push(at + 1);
  }
  starts.set(page, found);
  return found;
}
