import { foldedWords } from './fold.ts';
import { stem } from './stem.ts';

/**
 * What the search page knows of the site's language: every word in use, and what the glossary says
 * stands for what. The build writes it into the index folder; the page fetches it with the first search.
 */
export interface KnownWords {
  /** How many things can be found. */
  records: number;
  /** Folded words and in how many records each stands, most frequent first. */
  words: ReadonlyMap<string, number>;
  /** Those of the words that titles, aliases and glossary terms are made of. */
  names: ReadonlySet<string>;
  meanings: readonly Synonyms[];
}

/** Ways of writing one thing. */
export interface Synonyms {
  /** What the site says, the short form before what it stands for: "ESL", "Education Sector Login". */
  says: readonly string[];
  /** What else people say for it. */
  aliases: readonly string[];
}

/** Known words made ready for looking up. */
export interface SearchDictionary extends KnownWords {
  stems: ReadonlySet<string>;
  /** By the key of every form of every meaning. */
  meaningOf: ReadonlyMap<string, Synonyms>;
}

/** One key for a form however it is parted or ends: "home school", "homeschool", "homeschooling". */
export const formKey = (words: readonly string[]): string => stem(words.join(''));

export function openSearchDictionary(known: KnownWords): SearchDictionary {
  const forms = known.meanings.flatMap((meaning) =>
    [...meaning.says, ...meaning.aliases].map(
      (form) => [formKey(foldedWords(form)), meaning] as const,
    ),
  );
  return {
    ...known,
    stems: new Set([...known.words.keys()].map(stem)),
    // Where two meanings claim a form, the first in the glossary has it.
    meaningOf: new Map(forms.toReversed()),
  };
}

/** The files in the index folder; their bytes are compressed, as Pagefind's own are. */
export const knownWordsFile = 'known-words.bin';
export const otherWordsFile = 'other-words.bin';

/** The words that are names, with all that is known of them, and the others, which only spelling needs. */
export function partWords(known: KnownWords): { names: KnownWords; others: KnownWords } {
  const part = (wanted: boolean) =>
    new Map([...known.words].filter(([word]) => known.names.has(word) === wanted));
  return {
    names: { ...known, words: part(true) },
    others: { ...known, names: new Set(), meanings: [], words: part(false) },
  };
}

/** Known words as text: lines for the count, each meaning, and the names and other words of each frequency. */
export function writeKnownWords({ records, words, names, meanings }: KnownWords): string {
  const kindOf = (word: string) => (names.has(word) ? 'names' : 'words');
  const alike = Map.groupBy(words, ([word, count]) => `${kindOf(word)}\t${count}`);
  return [
    `records\t${records}`,
    ...meanings.map(({ says, aliases }) => ['means', ...says, '', ...aliases].join('\t')),
    ...[...alike].map(([key, entries]) => `${key}\t${entries.map(([word]) => word).join(' ')}`),
  ].join('\n');
}

/** Reads what `writeKnownWords` wrote; lines of another kind are passed over. */
export function readKnownWords(text: string): KnownWords {
  const words = new Map<string, number>();
  const meanings: Synonyms[] = [];
  const names = new Set<string>();
  let records = 0;
  for (const line of text.split('\n')) {
    const [kind, ...rest] = line.split('\t');
    if (kind === 'records') records = Number(rest[0]);
    if (kind === 'means') {
      const end = rest.indexOf('');
      meanings.push({ says: rest.slice(0, end), aliases: rest.slice(end + 1).filter(Boolean) });
    }
    if (kind === 'names' || kind === 'words') {
      for (const word of rest[1]?.split(' ') ?? []) {
        words.set(word, Number(rest[0]));
        if (kind === 'names') names.add(word);
      }
    }
  }
  return { records, words, names, meanings };
}
