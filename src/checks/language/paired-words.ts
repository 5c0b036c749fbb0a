import type { Kupu } from '../../schemas/kupu.ts';

/** Every word whose macron depends on the number or the meaning: only advice is given about these. */
export const pairedWords = ({ numbers, pairs }: Kupu): string[] => [
  ...numbers.flatMap(({ one, many }) => [one, many]),
  ...pairs.flatMap(({ usual, rare }) => [usual, rare]),
];
