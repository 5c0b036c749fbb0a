import { expect, it } from 'vitest';
import { relatedWords } from './related-words.ts';

const words = ['invoices', 'invoice', 'bugs', 'declined', 'required', 'case', 'may'];

it('leads from what people say to words of the same meaning', () => {
  const related = relatedWords(words);
  expect(related.get('bill')?.says).toEqual(['invoices']);
  expect(related.get('glitch')?.says).toEqual(['bugs']);
  expect(related.get('mandatori')?.says).toEqual(['required']);
  expect(related.get('turn down')?.says).toEqual(['declined']);
});

it('leads nowhere from a word that the site has, and to no word by what it hardly means', () => {
  const related = relatedWords(words);
  expect(related.has('bug')).toBe(false);
  expect(related.has('hawthorn')).toBe(false);
});
