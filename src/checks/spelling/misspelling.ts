import { closest } from '../../schemas/closest.ts';
import { couldBeReo } from '../could-be-reo.ts';
import type { Dictionary } from './dictionary.ts';
import type { KnownWords } from './known-words.ts';

/** A word that is spelt wrong, as far as anybody can tell. */
export interface Misspelling {
  word: string;
  /** The likeliest right one. */
  meant?: string | undefined;
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
  known: KnownWords,
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
  if (name) return { word, meant: name };
  const lower = word.toLowerCase();
  if (!startsSentence || dictionary.has(lower)) return undefined;
  const meant = likeliest(lower, dictionary);
  return meant !== undefined && closest(lower, [meant], 1)
    ? { word, meant: meant.charAt(0).toUpperCase() + meant.slice(1) }
    : undefined;
}

/** Two neighbouring letters that changed places are the commonest slip of all. */
function likeliest(word: string, dictionary: Dictionary): string | undefined {
  for (let at = 0; at < word.length - 1; at++) {
    const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    if (swapped !== word && dictionary.has(swapped)) return swapped;
  }
  return dictionary.near(word)[0];
}
