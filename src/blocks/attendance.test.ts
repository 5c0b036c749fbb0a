import { expect, it } from 'vitest';
import { forWhom } from './attendance.ts';

it.each([
  ['Providers', 'For providers'],
  ['School leaders and kaiako', 'For school leaders and kaiako'],
  ['ISP schools', 'For ISP schools'],
  ['iPad users', 'For iPad users'],
  ['Māori medium kura', 'For Māori medium kura'],
  ['Teachers of years 1 to 8', 'For teachers of years 1 to 8'],
])('says of an event whom it is for, within a sentence: %s', (audience, words) => {
  expect(forWhom(audience)).toBe(words);
});
