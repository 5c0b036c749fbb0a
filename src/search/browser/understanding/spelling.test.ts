import { describe, expect, it } from 'vitest';
import { suggest } from './spelling.ts';

const words =
  `absence access accounts attendance authoriser boundaries catchment certificate chocolate chronic contract
  delegated demonstration duplicate education exemption families forum guidance information invoice invoicing issues
  manager ministry multi newsletter office password payment permissions principles professional provider providers
  provision purchase quarter registration relationship release reporting request school schools sector session sessions
  student support survey training withholding workflow`.split(/\s+/);
const known = { words: new Map(words.map((word) => [word, 3])), names: new Set(words) };
const best = (word: string) => suggest(word, known)[0]?.word;

describe('spelling', () => {
  it.each([
    ['exmeption', 'exemption'],
    ['certificat', 'certificate'],
    ['invoise', 'invoice'],
    ['educaiton', 'education'],
    ['absense', 'absence'],
    ['proffesional', 'professional'],
    ['recquest', 'request'],
    ['shcool', 'school'],
  ])('takes %s for %s', (typed, meant) => {
    expect(best(typed)).toBe(meant);
  });

  it('finds long words with any two letters wrong', () => {
    const random = generator(20260508);
    const wrong = words
      .filter((word) => word.length >= 8)
      .flatMap((word) => Array.from({ length: 20 }, () => [spoil(word, random), word] as const))
      .filter(([typed, meant]) => !words.includes(typed) && best(typed) !== meant);
    const tried = words.filter((word) => word.length >= 8).length * 20;
    expect(wrong.length / tried, wrong.join(' ')).toBeLessThan(0.03);
  });

  it.each(['dog', 'bus', 'weather', 'zzyzx', 'beach', 'netball', 'uniform'])(
    'leaves %s alone, which is another word',
    (word) => {
      expect(suggest(word, known)).toEqual([]);
    },
  );

  it('is more careful with words that name nothing', () => {
    const plain = { ...known, names: new Set<string>() };
    expect(suggest('sursay', known)[0]?.word).toBe('survey');
    expect(suggest('sursay', plain)).toEqual([]);
  });

  it('puts the more frequent of two equally near words first', () => {
    const two = {
      words: new Map([
        ['roles', 2],
        ['rules', 9],
      ]),
      names: new Set(['roles', 'rules']),
    };
    expect(suggest('reles', two).map(({ word }) => word)).toEqual(['rules', 'roles']);
  });
});

/** Two letters after the first changed to others, as a slip of the hand does. */
function spoil(word: string, random: () => number): string {
  const letters = [...word];
  const first = 1 + Math.floor(random() * (word.length - 1));
  const second = 1 + ((first + Math.floor(random() * (word.length - 2))) % (word.length - 1));
  for (const at of [first, second])
    letters[at] = String.fromCharCode(97 + Math.floor(random() * 26));
  return letters.join('');
}

/** The same numbers between 0 and 1 for the same seed (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
}
