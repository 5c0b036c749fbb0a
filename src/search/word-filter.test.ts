import { expect, it } from 'vitest';
import { englishWords } from './index/english-words.ts';
import { mayHave, packWords } from './word-filter.ts';

it('knows the words of English in every form, and few slips for one, in 75 KB', () => {
  const { words, names } = englishWords();
  const filter = packWords(words, names);
  const right = 'approved came Easter evening granted granting newsletters webinar'.split(' ');
  expect(right.filter((word) => !mayHave(filter, word.toLowerCase()))).toEqual([]);
  const slips =
    `approvd attendence calandar deligated exempshun glosary homskool newletter primery regitser servise
    subscibe survay worflow withholdng`.split(/\s+/);
  expect(slips.filter((word) => mayHave(filter, word))).toEqual([]);
  expect(filter.length / 1000).toBeLessThan(75);
});
