import { closest } from '../../problems/closest.ts';
import { couldBeReo } from '../language/could-be-reo.ts';
import type { Dictionary } from './dictionary.ts';
import type { AcceptedWords } from './accepted-words.ts';
import { oneSlipAway } from './one-slip-away.ts';

/** A word that is spelt wrong, as far as anybody can tell. */
export interface Misspelling {
  word: string;
  /** The right words it may have been meant as, the likeliest first. */
  meant: () => readonly string[];
}

/* Nobody types a longer word, and guessing at one takes long. */
const longest = 30;

/**
 * Whether a word is misspelt. Words in capitals are short forms, and words with a capital letter
 * names, unless they start a sentence or are one slip away from a name that is known.
 * @param mayGuess asked before a guess decides whether a word at the start of a sentence is a name
 */
export function misspelling(
  written: string,
  startsSentence: boolean,
  known: AcceptedWords,
  dictionary: Dictionary,
  mayGuess: () => boolean,
): Misspelling | undefined {
  const word = written.replace(/[’']s?$/, '');
  if (word.length < 3 || word.length > longest) return undefined;
  // Macrons are for the rules on te reo Māori; capitals within a word make a name of it.
  if (/[^a-z’']/i.test(word) || /.[A-Z]/.test(word)) return undefined;
  if (known.has(word) || known.has(word.replace(/s$/, '')) || dictionary.has(written)) {
    return undefined;
  }
  if (dictionary.has(word) || couldBeReo(word)) return undefined;
  if (!/^[A-Z]/.test(word)) return { word, meant: () => guessAt(word, dictionary) };
  const name = closest(word, known.names, 1);
  if (name) return { word, meant: () => [name] };
  const lower = word.toLowerCase();
  if (!startsSentence || dictionary.has(lower) || !mayGuess()) return undefined;
  const meant = guessAt(lower, dictionary).map((one) => one.charAt(0).toUpperCase() + one.slice(1));
  return meant.length > 0 ? { word, meant: () => meant } : undefined;
}

/* So that no text, however strange, fills the memory. */
const mostRemembered = 20_000;

const guesses = new Map<string, readonly string[]>();

/** The likeliest words that a misspelt one was meant as. Guesses are kept: the same slips come again. */
function guessAt(word: string, dictionary: Dictionary): readonly string[] {
  const before = guesses.get(word);
  if (before) return before;
  const made = likeliest(word, dictionary);
  if (guesses.size < mostRemembered) guesses.set(word, made);
  return made;
}

/** The likeliest words that are one slip away, at most three. */
function likeliest(word: string, dictionary: Dictionary): string[] {
  const found = new Set<string>();
  for (const candidate of oneSlipAway(word.replaceAll('’', "'"), dictionary.bits)) {
    if (candidate.length < 3 || found.has(candidate) || !dictionary.offers(candidate)) continue;
    found.add(candidate);
    if (found.size === 3) break;
  }
  return [...found];
}
