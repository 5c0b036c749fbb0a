import { littleWords } from '../english.ts';
import { stem } from '../stem.ts';
import type { Lead } from '../words-and-synonyms.ts';
import { meaningsOf, type Place, synsetAt } from './wordnet.ts';

/* Of each word its two most frequent meanings as a noun, as a verb and so on. */
const meanings = 2;

/* What has more kinds than this, such as a change, is no answer to somebody who asks for one of them. */
const mostKinds = 20;

/** Up to so many words of the site that one leads on to. */
const most = 3;

/**
 * English words that a site does not say, each with what it says instead: words of the same meaning, else
 * what they are a kind of (WordNet). Only the meanings that a word mostly has count, on both sides: a "bill" is
 * an invoice, and a "case" is no crate.
 * @param words of the site, the most frequent first
 * @returns by the stems of the words, with spaces
 */
export function relatedWords(words: Iterable<string>): Map<string, Lead> {
  const byStem = Map.groupBy(
    [...words].filter((word) => /^[a-z]{3,}$/.test(word) && !littleWords.has(word)),
    stem,
  );
  const found = new Map<string, Map<string, number>>();
  const add = (other: string, word: string, distance: number) => {
    const parts = other.split(' ');
    if (parts.length > 2 || !parts.every((part) => /^[a-z]{3,}$/.test(part))) return;
    const key = parts.map(stem).join(' ');
    if (byStem.has(key)) return;
    const targets = found.get(key) ?? new Map<string, number>();
    targets.set(word, Math.min(distance, targets.get(word) ?? Infinity));
    found.set(key, targets);
  };
  for (const [word = '', ...others] of byStem.values()) {
    for (const place of placesOf([word, ...others])) {
      const { words: same, kinds } = synsetAt(place);
      for (const other of same) if (isMeant(other, place, other.includes(' '))) add(other, word, 1);
      if (kinds.length > mostKinds) continue;
      for (const kind of kinds)
        for (const other of synsetAt(kind).words) {
          if (!other.includes(' ') && isMeant(other, kind, true)) add(other, word, 2);
        }
    }
  }
  return new Map(
    [...found]
      .map(([key, targets]) => [key, { says: nearest(targets), by: 'dictionary' }] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Those of the same meaning; where there is none, what it is a kind of. */
function nearest(targets: ReadonlyMap<string, number>): string[] {
  const least = Math.min(...targets.values());
  return [...targets]
    .flatMap(([word, distance]) => (distance === least ? word : []))
    .slice(0, most);
}

const placesOf = (words: readonly string[]): Place[] =>
  [...new Set(words.flatMap(basesOf))].flatMap((base) =>
    meaningsOf(base).flatMap(({ places }) => places.slice(0, meanings)),
  );

/** Whether a word mostly has a meaning, and is in common use. */
const isMeant = (word: string, { at }: Place, commonly = false): boolean =>
  meaningsOf(word).some(
    ({ places, isCommon }) =>
      (isCommon || !commonly) && places.slice(0, meanings).some((one) => one.at === at),
  );

/** A word and what it may be a form of: "declined" of "decline", "granted" of "grant". */
const basesOf = (word: string): string[] => [
  word,
  word.replace(/ies$/, 'y'),
  word.replace(/(?:es|ed|ing)$/, ''),
  word.replace(/[sd]$/, ''),
  word.replace(/ing$/, 'e'),
];
