import { littleWords } from '../../english.ts';
import type { KnownWords } from '../../words-and-synonyms.ts';

/** A word that may have been meant. */
export interface Suggestion {
  word: string;
  /** How far it is from what was typed: 1 for each wrong letter, less for the usual slips. */
  cost: number;
}

/**
 * The known words nearest to a word that is not known, nearest first: up to two wrong letters in a
 * long word, one in a short one. Little known words never stand in for the rest of the language:
 * the first letters must agree unless they were swapped.
 */
export function suggest(
  word: string,
  { words, names }: Pick<KnownWords, 'words' | 'names'>,
): Suggestion[] {
  const limit = allowance(word);
  if (limit === 0) return [];
  const near: (Suggestion & { count: number })[] = [];
  for (const [candidate, count] of words) {
    if (Math.abs(candidate.length - word.length) > limit || isNoWord(candidate)) continue;
    // Of three letters the first is the one that people are sure of: "SMS" is not meant for "CMS".
    if (word.length === 3 && candidate[0] !== word[0]) continue;
    // Slips mostly keep a word about as long as it is: "refuser" is no "reuse".
    const unlike =
      Number(!startsAlike(word, candidate)) + Number(Math.abs(candidate.length - word.length) > 1);
    const cost = distance(word, candidate, limit) + unlike * 0.5;
    if (cost <= (names.has(candidate) ? limit : cautious(word, limit)))
      near.push({ word: candidate, cost, count });
  }
  near.sort((a, b) => a.cost - b.cost || b.count - a.count);
  const best = near[0]?.cost ?? 0;
  return near.filter(({ cost }) => cost <= best + 0.75).slice(0, 4);
}

/** A short word with two wrong letters was meant for something that has a name, or for nothing here. */
const cautious = (word: string, limit: number) => (word.length < 8 ? Math.min(limit, 1.4) : limit);

/** What nobody looks for: numbers and codes, and the words that every sentence has. */
const isNoWord = (candidate: string) => /\d/.test(candidate) || littleWords.has(candidate);

/** How many wrong letters a word may have before it is anybody's guess. */
function allowance(word: string): number {
  if (/\d/.test(word) || word.length < 3) return 0;
  if (word.length === 3) return /[aeiouy]/.test(word) ? 0 : 1;
  if (word.length === 4) return 1;
  if (word.length === 5) return 1.5;
  return word.length < 9 ? 2 : 2.7;
}

const startsAlike = (a: string, b: string) =>
  a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]) || costOf(a[0] ?? '', b[0] ?? '') < 1;

/**
 * Letters to change, add, drop or swap (optimal string alignment), the usual slips at a part of the
 * price. More than `limit` comes back as infinity, mostly without being worked out.
 */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1] ?? '', b[j - 1] ?? ''];
      const drop = (previous[j] ?? 0) + (x === a[i - 2] ? 0.5 : 1);
      const add = (row[j - 1] ?? 0) + (y === b[j - 2] ? 0.5 : 1);
      const change = (previous[j - 1] ?? 0) + (x === y ? 0 : costOf(x, y));
      const swapped = i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2] && x !== y;
      const swap = swapped ? (before[j - 2] ?? 0) + 0.8 : Infinity;
      row.push(Math.min(drop, add, change, swap));
    }
    if (Math.min(...row) > limit) return Infinity;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? Infinity;
}

/* Letters that sound alike, so that one is written for the other. */
const alike = ['aeiouy', 'cksxq', 'szc', 'gj', 'fv', 'mn', 'dt', 'bp'];

const costOf = (a: string, b: string) =>
  alike.some((letters) => letters.includes(a) && letters.includes(b)) ? 0.7 : 1;
