import { expect, it } from 'vitest';
import { openSearchDictionary } from '../words-and-synonyms.ts';
import type { Named } from '../names.ts';
import { namedLike } from './find-by-name.ts';

const named = (url: string, title: string, ...aliases: string[]): Named => ({
  url,
  title,
  kind: 'page',
  audiences: [],
  note: '',
  aliases,
});
const all = [
  named('/help/', 'Help with cases'),
  named('/missing/', 'A case is missing from my list', 'cannot see a case'),
  named('/esl/', 'ESL: Education Sector Login'),
];
const dictionary = openSearchDictionary({
  records: 3,
  words: new Map(['help', 'case', 'cases', 'missing', 'list', 'see', 'login'].map((w) => [w, 1])),
  names: new Set(),
  meanings: [{ says: ['ESL', 'Education Sector Login'], aliases: ['password'] }],
  leads: new Map(),
});
const urls = (query: string) => namedLike(query, all, dictionary).map(({ url }) => url);

it('finds by a title or another name that says all that was asked, the closest first', () => {
  expect(urls("can't see a case")).toEqual(['/missing/']);
  expect(urls('case')).toEqual(['/help/', '/missing/']);
  expect(urls('password')).toEqual(['/esl/']);
});

it('finds nothing where no name says all of it', () => {
  expect(urls('missing password')).toEqual([]);
  expect(urls('caze')).toEqual([]);
});
