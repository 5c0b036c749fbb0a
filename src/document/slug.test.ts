import { expect, it } from 'vitest';
import { slug } from './slug.ts';

it.each([
  ['Ngā mihi nui', 'nga-mihi-nui'],
  ['Café & crème', 'cafe-creme'],
  ['你好', '4f60-597d'],
  ['你好 PDF', '4f60-597d-pdf'],
  ['مرحبا', '645-631-62d-628-627'],
  ['한국', 'd55c-ad6d'],
  ['😀 …', ''],
])('makes an anchor of %s', (words, anchor) => {
  expect(slug(words)).toBe(anchor);
});
