import type { TableSum } from '../../src/delivery/moving/table-sums.ts';

/** What a store holds, a table a line: its rows and the beginning of their hash. */
export function describeSums(sums: readonly TableSum[]): string {
  const width = Math.max(...sums.map(({ table }) => table.length));
  return sums
    .map(
      ({ table, rows, hash }) =>
        `  ${table.padEnd(width)}  ${String(rows).padStart(8)}  ${hash.slice(0, 12)}\n`,
    )
    .join('');
}
