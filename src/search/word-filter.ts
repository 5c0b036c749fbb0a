import { stem } from './stem.ts';

/*
 * A Bloom filter (B. H. Bloom, Communications of the ACM 13:7, 1970): whether a word may be one of many, in ten
 * bits for each of them. It never denies a word it has; it takes 2 in 100 others for one of them.
 */
const bitsPerWord = 10;
const hashes = 7;

/** Words packed: those that have forms by their stems, and names, which have none, as they are. */
export function packWords(
  words: Iterable<string>,
  names: Iterable<string> = [],
): Uint8Array<ArrayBuffer> {
  const all = new Set(names);
  for (const word of words) all.add(stem(word));
  const filter = new Uint8Array(Math.max(1, Math.ceil((all.size * bitsPerWord) / 8)));
  for (const one of all)
    for (const bit of bitsOf(one, filter.length * 8))
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  return filter;
}

/** Whether a word, or another form of it, was packed. */
export const mayHave = (filter: Uint8Array, word: string): boolean =>
  [...new Set([word, stem(word)])].some((one) =>
    bitsOf(one, filter.length * 8).every(
      (bit) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    ),
  );

/** The bits that stand for a word, by two hashes (FNV-1a and one more turn of it). */
function bitsOf(word: string, size: number): number[] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  const step = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 1) >>> 0;
  return Array.from({ length: hashes }, (_, at) => (hash + at * step) % size);
}
