import { expect, it } from 'vitest';
import { randomFrom } from '../../testing/random-from.ts';
import { openDictionary } from './dictionary.ts';
import { oneSlipAway } from './one-slip-away.ts';

const dictionary = openDictionary();
const random = randomFrom(5);
const letters = "abcdefghijklmnopqrstuvwxyz'";
const letter = () => letters[Math.floor(random() * letters.length)] ?? '';

/** Everything that one letter more, less or other, or two swapped, make of a word. */
function allSlips(word: string): Set<string> {
  const places = [...word, ''].map((_, at) => [word.slice(0, at), word.slice(at)] as const);
  const alphabet = [...letters].slice(0, 26);
  return new Set(
    places.flatMap(([before, [first = '', second = '', ...rest]]) => [
      before + second + rest.join(''),
      before + second + first + rest.join(''),
      ...alphabet.flatMap((one) => [
        before + one + first + second + rest.join(''),
        before + one + second + rest.join(''),
      ]),
    ]),
  );
}

it('names every word of the dictionary that is one slip away, and hardly anything else', () => {
  let [right, others] = [0, 0];
  for (let round = 0; round < 400; round++) {
    const word = Array.from({ length: 3 + Math.floor(random() * 8) }, letter).join('');
    // Words of the language have more neighbours than strings of letters.
    for (const asked of [
      word,
      ['recieve', 'teh', "dont't", 'enroled', 'studnet'][round % 5] ?? '',
    ]) {
      const named = new Set(oneSlipAway(asked, dictionary.bits));
      const words = [...allSlips(asked)].filter((one) => one !== asked && dictionary.has(one));
      expect(
        words.filter((one) => one.length > 1 && !named.has(one)),
        asked,
      ).toEqual([]);
      right += words.length;
      others += [...named].filter((one) => !dictionary.has(one)).length;
    }
  }
  expect(right).toBeGreaterThan(300);
  expect(others / 400).toBeLessThan(60);
});
