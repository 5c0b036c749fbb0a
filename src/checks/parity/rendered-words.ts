/** What a reader gets from one rendering, whatever marks it up. */
export interface RenderedWords {
  /** Every word, in order, parts separated by spaces. */
  words: string;
  /** What is heard between each of these words and the next: see `pausesIn`. */
  pauses: readonly string[];
  headings: readonly string[];
  /** The entries of lists: the words of each without those of entries within it, after its number if it has one. */
  entries: readonly string[];
  /** Absolute addresses, in order, each with the words that lead there after a space, where they stand by it. */
  links: readonly string[];
}

/**
 * Words alone: NFC, small letters, and of punctuation only what stands within a number, an address
 * or a word ("11:45am", "desk@kura.example", "O’Connor"). Capitals, quotation marks and
 * brackets are the business of each rendering.
 */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(word) ?? [];
}

export const word = /(?:\+(?=\d))?[\p{L}\p{M}\p{N}$%@]+(?:[.:,'’/_+-]+[\p{L}\p{M}\p{N}$%@]+)*/gu;

/** Stands where one part of a rendering ends and another begins, in whatever way each ends its parts. */
export const boundary = '\u2029';

/* What a screen reader pauses at, or changes its voice for; brackets of any kind are one. */
const heard = /[,;:.!?()…–—]/g;
const asBrackets = (text: string) => text.replaceAll('[', '(').replaceAll(']', ')');

/**
 * What is heard after each word, as it is read aloud: the marks between it and the next, or `boundary` where
 * a part ends. "kura (school) can" is heard as "kura", a bracket, "school", another, "can".
 */
export function pausesIn(text: string): string[] {
  const pauses: string[] = [];
  let end: number | undefined;
  const normal = asBrackets(text.normalize('NFC').toLowerCase());
  for (const { 0: found, index } of normal.matchAll(word)) {
    if (end !== undefined) pauses.push(pauseOf(normal.slice(end, index)));
    end = index + found.length;
  }
  return pauses;
}

const pauseOf = (between: string): string =>
  between.includes(boundary) ? boundary : (between.match(heard) ?? []).join('');

/** The same as one string. */
export const plain = (text: string): string => wordsIn(text).join(' ');
