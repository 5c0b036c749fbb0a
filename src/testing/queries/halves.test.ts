import { expect, it } from 'vitest';
import { blindHalf, workingHalf } from './halves.ts';
import { heldBackQueries, queries } from './queries.ts';

it('keeps a hundred questions blind, none of which is in another set', () => {
  const open = [...workingHalf, ...queries, ...heldBackQueries].map(({ words }) => words);
  const blind = new Set(blindHalf.map(({ words }) => words));
  expect(blind.size).toBe(100);
  expect(open.filter((words) => blind.has(words))).toEqual([]);
});
