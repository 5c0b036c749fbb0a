import { closest } from '../../problems/closest.ts';
import { couldBeReo } from '../language/could-be-reo.ts';
import type { Dictionary } from './dictionary.ts';
import type { AcceptedWords } from './accepted-words.ts';
import { oneSlipAway } from './one-slip-away.ts';

/** A word that is spelt wrong, as far as anybody can tell. */
export interface Misspelling {
  word: string;
  /** The right words it may have been meant as, the likeliest first. */
  meant: string[];
}

/* Nobody types a longer word, and guessing at one takes long. */
const longest = 30;

/**
 * Whether a word is misspelt. Words in capitals are short forms, and words with a capital letter
 * names, unless they start a sentence or are one slip away from a name that is known.
 */
export function misspelling(
  written: string,
  startsSentence: boolean,
  known: AcceptedWords,
  dictionary: Dictionary,
): Misspelling | undefined {
  const word = written.replace(/[’']s?$/, '');
  if (word.length < 3 || word.length > longest) return undefined;
  // Macrons are for the rules on te reo Māori; capitals within a word make a name of it.
  if (/[^a-z’']/i.test(word) || /.[A-Z]/.test(word)) return undefined;
  if (known.has(word) || known.has(word.replace(/s$/, '')) || dictionary.has(written)) {
    return undefined;
  }
  if (dictionary.has(word) || couldBeReo(word)) return undefined;
  if (!/^[A-Z]/.test(word)) return { word, meant: likeliest(word, dictionary) };
  const name = closest(word, known.names, 1);
  if (name) return { word, meant: [name] };
  const lower = word.toLowerCase();
  if (!startsSentence || dictionary.has(lower)) return undefined;
  const meant = likeliest(lower, dictionary).map(
    (one) => one.charAt(0).toUpperCase() + one.slice(1),
  );
  return meant.length > 0 ? { word, meant } : undefined;
}

/** The likeliest words that a misspelt one was meant as, at most three. */
function likeliest(word: string, dictionary: Dictionary): string[] {
  const found = new Set<string>();
  for (const candidate of oneSlipAway(word)) {
    if (candidate.length < 3 || found.has(candidate) || !dictionary.offers(candidate)) continue;
    found.add(candidate);
    if (found.size === 3) break;
  }
  return [...found];
}
