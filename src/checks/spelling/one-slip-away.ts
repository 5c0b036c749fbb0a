const letters = 'abcdefghijklmnopqrstuvwxyz';
const vowels = 'aeiouy';

/**
 * Every string that is one slip of the fingers away from a word in lower case, the likeliest slips
 * first: two letters swapped, one doubled or not, another vowel, one left out, one too many, another
 * letter. The search of nspell goes further, and takes a second for a word that is none.
 */
export function* oneSlipAway(word: string): Generator<string> {
  const at = [...word].keys();
  const places = [...at];
  const changed = (from: number, to: number, by: string) =>
    word.slice(0, from) + by + word.slice(to);
  for (const i of places.slice(0, -1)) yield changed(i, i + 2, `${word[i + 1]}${word[i]}`);
  for (const i of places) {
    if (word[i] === word[i + 1]) yield changed(i, i + 1, '');
    else yield changed(i, i, word[i] ?? '');
  }
  for (const i of places.filter((one) => vowels.includes(word[one] ?? '-'))) {
    for (const vowel of vowels) yield changed(i, i + 1, vowel);
  }
  for (const i of [...places, word.length]) for (const one of letters) yield changed(i, i, one);
  for (const i of places) yield changed(i, i + 1, '');
  for (const i of places) for (const one of letters) yield changed(i, i + 1, one);
}
