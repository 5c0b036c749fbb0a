import { littleWords, negations } from '../../english.ts';
import { exactForms } from '../../exact-forms.ts';
import { foldedWords } from '../../fold.ts';
import {
  type SearchDictionary,
  type KnownWords,
  openSearchDictionary,
} from '../../words-and-synonyms.ts';
import { stem } from '../../stem.ts';

/** Where more words than the first file has can be had. */
export interface MoreWords {
  /** In how many records the index has a word. */
  count(word: string): Promise<number>;
  /** The words that name nothing, and of the rest of the language which are words and what they lead to. */
  rest(): Promise<OtherWords>;
}

export type OtherWords = Pick<KnownWords, 'words' | 'leads'> &
  Required<Pick<SearchDictionary, 'isWord'>>;

/**
 * The dictionary that is enough for a query. Names are enough for most; a word that is no name is
 * looked up in the index, and only where that does not have it either, which makes it a slip or a
 * stranger, are all words fetched.
 */
export function dictionaries(names: KnownWords, more: MoreWords) {
  const small = openSearchDictionary(names);
  let large: Promise<SearchDictionary> | undefined;
  return async (query: string): Promise<SearchDictionary> => {
    if (large) return large;
    const strange = strangeWords(query, small);
    if (strange.length === 0) return small;
    const counts = await Promise.all(strange.map((word) => more.count(word)));
    if (counts.every((count) => count > 0)) {
      const found = strange.map((word, at) => [word, counts[at] ?? 1] as const);
      return openSearchDictionary({ ...names, words: new Map([...names.words, ...found]) });
    }
    large = more.rest().then(({ words, leads, isWord }) => ({
      ...openSearchDictionary({
        ...names,
        words: new Map([...names.words, ...words]),
        leads: new Map([...leads, ...names.leads]),
      }),
      isWord,
    }));
    // A failed fetch must not stay for ever: the next search tries again.
    large.catch(() => (large = undefined));
    return large;
  };
}

function strangeWords(query: string, { words, stems }: SearchDictionary): string[] {
  const spoken = exactForms(query).reduceRight(
    (text, { at, length }) => `${text.slice(0, at)} ${text.slice(at + length)}`,
    query,
  );
  const isStrange = (word: string) =>
    word.length > 1 &&
    !/\d/.test(word) &&
    !littleWords.has(word) &&
    !negations.has(word) &&
    !words.has(word) &&
    !stems.has(stem(word));
  return foldedWords(spoken).filter(isStrange);
}
