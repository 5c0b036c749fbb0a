import { expect, it } from 'vitest';
import { partOfDay, partsOfDay } from './part-of-day.ts';

it('puts a time into the parts of the day that people ask for', () => {
  expect(partsOfDay('h1900')).toEqual([partOfDay('evening')]);
  expect(partsOfDay('h0745')).toEqual([partOfDay('early'), partOfDay('morning')]);
  expect(partsOfDay('h1200')).toContain(partOfDay('lunchtime'));
  expect(partsOfDay('n1900')).toEqual([]);
});
