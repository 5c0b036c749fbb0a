import { mayBecome, type WordBits } from './word-bits.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const vowels = [...'aeiouy'];

/**
 * Every string that is one slip of the fingers away from a word in lower case and may be a word itself, the
 * likeliest slips first: two letters swapped, one doubled or not, another vowel, one left out, one too many,
 * another letter. The search of nspell goes further, and takes a second for a word that is none.
 * @param word with straight apostrophes, as the dictionary has them
 */
export function* oneSlipAway(word: string, words: WordBits): Generator<string> {
  const may = mayBecome(word, words);
  for (const [from, to, by] of slips(word))
    if (may(from, to, by)) yield word.slice(0, from) + by + word.slice(to);
}

type Slip = readonly [from: number, to: number, by: string];

function* slips(word: string): Generator<Slip> {
  const places = [...[...word].keys()];
  for (const i of places.slice(0, -1)) yield [i, i + 2, `${word[i + 1]}${word[i]}`];
  for (const i of places) {
    if (word[i] === word[i + 1]) yield [i, i + 1, ''];
    else yield [i, i, word[i] ?? ''];
  }
  for (const i of places.filter((one) => vowels.includes(word[one] ?? '-'))) {
    for (const vowel of vowels) yield [i, i + 1, vowel];
  }
  for (const i of [...places, word.length]) for (const one of letters) yield [i, i, one];
  for (const i of places) yield [i, i + 1, ''];
  for (const i of places) for (const one of letters) yield [i, i + 1, one];
}
