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
  /** Words that the site does not mean, by `leadKey`, each with what it says that comes near. */
  leads: ReadonlyMap<string, Lead>;
}

/** What words lead to: words of the site, where the site says so itself, or where a dictionary does. */
export interface Lead {
  says: readonly string[];
  by: 'site' | 'dictionary';
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
  /** Whether a word that the site does not know is one all the same; known once a stranger was asked for. */
  isWord?: ((word: string) => boolean) | undefined;
}

/** One key for the forms of words that lead to others: "turned down" is "turn down". */
export const leadKey = (words: readonly string[]): string => words.map(stem).join(' ');

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

/** The words of English and of te reo Māori that the page knows, packed (see `word-filter.ts`). */
export const languageFile = 'language.bin';

/** The words that are names, with all that is known of them, and the others, which only spelling needs. */
export function partWords(known: KnownWords): { names: KnownWords; others: KnownWords } {
  const part = (wanted: boolean) =>
    new Map([...known.words].filter(([word]) => known.names.has(word) === wanted));
  return {
    names: { ...known, words: part(true) },
    others: { ...known, names: new Set(), meanings: [], leads: new Map(), words: part(false) },
  };
}

/** Known words as text: lines for the count, each meaning, and the names and other words of each frequency. */
export function writeKnownWords({ records, words, names, meanings, leads }: KnownWords): string {
  const kindOf = (word: string) => (names.has(word) ? 'names' : 'words');
  const alike = Map.groupBy(words, ([word, count]) => `${kindOf(word)}\t${count}`);
  return [
    `records\t${records}`,
    ...meanings.map(({ says, aliases }) => ['means', ...says, '', ...aliases].join('\t')),
    ...[...leads].map(([key, { says, by }]) => [by, key, ...says].join('\t')),
    ...[...alike].map(([key, entries]) => `${key}\t${entries.map(([word]) => word).join(' ')}`),
  ].join('\n');
}

/** Reads what `writeKnownWords` wrote; lines of another kind are passed over. */
export function readKnownWords(text: string): KnownWords {
  const words = new Map<string, number>();
  const meanings: Synonyms[] = [];
  const names = new Set<string>();
  const leads = new Map<string, Lead>();
  let records = 0;
  for (const line of text.split('\n')) {
    const [kind, ...rest] = line.split('\t');
    if (kind === 'records') records = Number(rest[0]);
    if (kind === 'site' || kind === 'dictionary')
      leads.set(rest[0] ?? '', { says: rest.slice(1), by: kind });
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
  return { records, words, names, meanings, leads };
}
