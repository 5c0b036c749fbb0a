/*
 * Which strings may be words, as bits: hundreds are asked about for one slip, of which a few are words, and to
 * look for a string in a list takes ten times as long as to look at a bit.
 */
const size = 2 ** 22;
const base = 0x01000193;

/** A bit for each of many words. */
export type WordBits = Uint8Array;

export function bitsOf(words: Iterable<string>): WordBits {
  const bits = new Uint8Array(size / 8);
  for (const word of words) {
    const bit = bitOf(hashAfter(0, word));
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bits;
}

/**
 * Tells of a word whether, with the letters of a part of it replaced, it may be one of many: never "no" for one of
 * them, and "yes" for 3 in 100 others. The hash is a polynomial, so that no string has to be made to be asked about.
 */
export function mayBecome(
  word: string,
  bits: WordBits,
): (from: number, to: number, by: string) => boolean {
  const before = [0];
  const powers = [1];
  for (const letter of word) {
    before.push(hashAfter(before.at(-1) ?? 0, letter));
    powers.push(Math.imul(powers.at(-1) ?? 0, base));
  }
  const whole = before.at(-1) ?? 0;
  return (from, to, by) => {
    const rest = powers[word.length - to] ?? 0;
    // What stands behind the part is the whole without all up to its end.
    const behind = (whole - Math.imul(before[to] ?? 0, rest)) | 0;
    const bit = bitOf((Math.imul(hashAfter(before[from] ?? 0, by), rest) + behind) | 0);
    return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  };
}

function hashAfter(before: number, letters: string): number {
  let hash = before;
  for (let at = 0; at < letters.length; at++)
    hash = (Math.imul(hash, base) + letters.charCodeAt(at)) | 0;
  return hash;
}

const bitOf = (hash: number) => (hash ^ (hash >>> 13)) & (size - 1);
