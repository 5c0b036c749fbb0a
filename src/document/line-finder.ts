import type { Span } from './tree.ts';

/** The line on which a stretch of a source starts, counted from 1. */
export type LineAt = (at: Pick<Span, 'from'>) => number;

/** Finds lines of a source, of which it keeps no more than where each of them starts. */
export function lineFinder(source: string): LineAt {
  const found = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
    found.push(at + 1);
  const starts = Uint32Array.from(found);
  return ({ from }) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= from) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
