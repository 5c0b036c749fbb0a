/** What a reader gets from one rendering, whatever marks it up. */
export interface RenderedWords {
  /** Every word, in order, parts separated by spaces. */
  words: string;
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

/** The same as one string. */
export const plain = (text: string): string => wordsIn(text).join(' ');
