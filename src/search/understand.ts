import { littleWords, writtenOut } from './english.ts';
import { exactForms } from './exact-forms.ts';
import { fold, foldedWords, indexedWords, squash } from './fold.ts';
import { type Dictionary, formKey, type Meaning } from './known-words.ts';
import { suggest } from './spelling.ts';
import { stem } from './stem.ts';

/** One way to look for a part of a query. */
export interface Alternative {
  /** Words as the index has them; several must stand side by side. */
  words: readonly string[];
  /** What a match is worth, where what was typed is worth 1. */
  worth: number;
  /** Found by the beginning of a word, as while somebody is typing. */
  prefix: boolean;
  /** What was assumed, to be said to the reader. */
  assumed?: { how: 'spelling' | 'meaning'; says: string };
}

/** One thing that a query speaks of. */
export interface Concept {
  /** As it was typed. */
  typed: string;
  alternatives: readonly Alternative[];
}

/** The longest run of words that is looked up as one meaning: "A S C M S". */
const longest = 6;

/**
 * Takes a query apart into the things it speaks of, and finds for each the ways the site may say
 * it: exact forms of numbers and times, glossary meanings, words parted or joined, corrected spelling.
 * @param literally nothing is assumed: no meanings, no corrections
 */
export function understand(query: string, known: Dictionary, literally = false): Concept[] {
  const forms = exactForms(query);
  const concepts: Concept[] = [];
  let at = 0;
  for (const form of forms) {
    concepts.push(...wordConcepts(query.slice(at, form.at), known, literally));
    at = form.at + form.length;
    const typed = query.slice(form.at, at);
    concepts.push({ typed, alternatives: form.tokens.map((token) => plainly([token])) });
  }
  concepts.push(...wordConcepts(query.slice(at), known, literally));
  const telling = concepts.filter(({ typed }) => !littleWords.has(fold(typed)));
  return telling.length > 0 ? telling : concepts;
}

const plainly = (words: readonly string[]): Alternative => ({ words, worth: 1, prefix: false });

function wordConcepts(text: string, known: Dictionary, literally: boolean): Concept[] {
  const words = writtenOut(fold(text))
    .split(/[^\p{L}\p{N}@._&/-]+/u)
    .filter((word) => squash(word));
  const typed = words.flatMap((word) => (isOne(word, known) ? [squash(word)] : foldedWords(word)));
  const concepts: Concept[] = [];
  for (let at = 0; at < typed.length;) {
    const found = meaningAt(typed, at, known);
    const length = found?.length ?? 1;
    const run = typed.slice(at, at + length);
    concepts.push(
      found
        ? meant(run, found.meaning, literally)
        : single(run[0] ?? '', typed[at + 1], known, literally),
    );
    at += length;
  }
  return concepts;
}

/** Whether a word with punctuation inside is one word to the site: "a.s.c.m.s.", "pop-ups". */
function isOne(word: string, { words }: Dictionary): boolean {
  const joined = squash(word);
  return (
    words.has(joined) || /^(?:\p{L}[.&/-])+\p{L}?$/u.test(word) || foldedWords(word).length < 2
  );
}

function meaningAt(words: readonly string[], at: number, { meaningOf }: Dictionary) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const meaning = meaningOf.get(formKey(words.slice(at, at + length)));
    if (meaning) return { length, meaning };
  }
  return undefined;
}

function meant(run: readonly string[], { says, aliases }: Meaning, literally: boolean): Concept {
  const key = formKey(run);
  const same =
    [...says, ...aliases].find((form) => formKey(foldedWords(form)) === key) ?? run.join(' ');
  const typed = plainly(indexedWords(same));
  const [term = '', expansion] = says;
  // A translation or a word of its own is no short form: "school" is not always "kura".
  const others = says.filter(
    (form) =>
      form !== same && (form !== term || expansion?.includes(' ') || aliases.includes(same)),
  );
  const apart = run.length > 1 || typed.words.length > 1 ? [plainly(run)] : [];
  const alternatives = others.map((form) => ({
    words: indexedWords(form),
    worth: aliases.includes(same) ? 0.9 : 0.8,
    prefix: false,
    assumed: { how: 'meaning', says: form } as const,
  }));
  return {
    typed: run.join(' '),
    alternatives: literally ? [typed] : unique([typed, ...apart, ...alternatives]),
  };
}

function unique(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Map(alternatives.toReversed().map((one) => [one.words.join(' '), one]));
  return [...seen.values()].toReversed();
}

function single(
  word: string,
  next: string | undefined,
  known: Dictionary,
  literally: boolean,
): Concept {
  const { words } = known;
  const exact: Alternative = { ...plainly([word]), prefix: true };
  if (literally || littleWords.has(word)) return { typed: word, alternatives: [exact] };
  const joined = next && words.has(word + next) ? [{ ...plainly([word + next]), worth: 0.9 }] : [];
  const isKnown = words.has(word) || known.stems.has(stem(word));
  if (isKnown) return { typed: word, alternatives: [exact, ...joined] };
  if (begins(word, known))
    return { typed: word, alternatives: [{ ...exact, worth: 0.7 }, ...joined] };
  const other = [...joined, ...parted(word, known), ...shortVowels(word, known)];
  if (other.length > 0) return { typed: word, alternatives: other };
  const corrected = suggest(word, words).map(({ word: says, cost }): Alternative => ({
    ...plainly([says]),
    worth: 1 - cost * 0.15,
    assumed: { how: 'spelling', says },
  }));
  return { typed: word, alternatives: corrected };
}

/** The beginning of a known word. */
function begins(word: string, { words }: Dictionary): boolean {
  if (word.length < 2) return false;
  for (const one of words.keys()) if (one.startsWith(word)) return true;
  return false;
}

/** Two known words that were run together: "supportrequest". */
function parted(word: string, { words }: Dictionary): Alternative[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (words.has(first) && words.has(second)) return [{ ...plainly([first, second]), worth: 0.9 }];
  }
  return [];
}

/** Long vowels written double, as in Waikato: "maatauranga" is "mātauranga". */
function shortVowels(word: string, { words }: Dictionary): Alternative[] {
  const short = word.replaceAll(/([aeiou])\1/g, '$1');
  return short !== word && words.has(short) ? [plainly([short])] : [];
}
