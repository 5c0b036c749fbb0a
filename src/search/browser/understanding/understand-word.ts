import {
  type Alternative,
  type Concept,
  plainly,
  type UnderstandOptions,
  unique,
} from './concept.ts';
import { littleWords, negations } from '../../english.ts';
import { partOfDay } from '../../part-of-day.ts';
import type { SearchDictionary } from '../../words-and-synonyms.ts';
import { suggest } from './spelling.ts';
import { stem } from '../../stem.ts';

/**
 * What a word by itself may stand for: itself where it is known or is a word at all, else the known words it
 * is a part of, is made of, is spelt like or is a slip for.
 * @param next the word after it, to which it may belong: "drop in" is "drop-in"
 */
export function understandWord(
  word: string,
  next: string | undefined,
  known: SearchDictionary,
  { literally = false, typing = false }: UnderstandOptions,
): Concept {
  const alternatives = () => {
    const exact: Alternative = { ...plainly([word]), prefix: true };
    if (literally || littleWords.has(word)) return [exact];
    if (negations.has(word)) return negative(word);
    const joined = next && known.words.has(word + next) ? [plainly([word + next], 0.9)] : [];
    const part = partOfDay(word);
    if (part) return [exact, plainly([part])];
    if (known.words.has(word) || known.stems.has(stem(word))) return [exact, ...joined];
    const isGrowing = typing && next === undefined;
    // A word that is none of the site's is no other for that: "even" does not begin "evening".
    if (!isGrowing && known.isWord?.(word)) return [plainly([word]), ...joined];
    if (begins(word, isGrowing ? 1 : 4, known)) return [{ ...exact, worth: 0.7 }, ...joined];
    const made = [...joined, ...parted(word, known), ...shortVowels(word, known)];
    return made.length > 0 ? made : corrected(word, known);
  };
  return { typed: word, alternatives: alternatives() };
}

/** As it was typed first; then as faults are mostly written up. */
const negative = (word: string): Alternative[] =>
  unique([plainly([word]), plainly(['cannot'], 0.8), plainly(['not'], 0.8)]);

/** Whether a word of at least so many letters is the beginning of a known one. */
function begins(word: string, least: number, { words }: SearchDictionary): boolean {
  if (word.length < least) return false;
  for (const one of words.keys()) if (one.startsWith(word)) return true;
  return false;
}

/** Two known words that were run together: "supportrequest". */
function parted(word: string, { words }: SearchDictionary): Alternative[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const pair = [word.slice(0, at), word.slice(at)];
    if (pair.every((part) => words.has(part))) return [plainly(pair, 0.9)];
  }
  return [];
}

/** Long vowels written double, as in Waikato: "maatauranga" is "mātauranga". */
function shortVowels(word: string, { words }: SearchDictionary): Alternative[] {
  const short = word.replaceAll(/([aeiou])\1/g, '$1');
  return short !== word && words.has(short) ? [plainly([short])] : [];
}

const corrected = (word: string, known: SearchDictionary): Alternative[] =>
  suggest(word, known).map(({ word: says, cost }) => ({
    ...plainly([says], 1 - cost * 0.15),
    assumed: { how: 'spelling', says },
  }));
