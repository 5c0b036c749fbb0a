import type { Content } from '../../content/content.ts';
import { fold, foldedWords, indexedWords } from '../fold.ts';
import { type KnownWords, leadKey, type Synonyms } from '../words-and-synonyms.ts';
import type { SearchRecord } from './search-record.ts';

/* A page must not wait for a dictionary: about 70 KB compressed. The rarest words go first. */
const most = 25_000;

/** The words of everything that can be found, and the meanings in the glossary. */
export function gatherWords(records: readonly SearchRecord[], content: Content): KnownWords {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const word of wordsOfRecord(record)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most);
  return {
    records: records.length,
    words: new Map(words),
    names: new Set(records.flatMap((record) => wordsIn(namesIn(record).join(' '))).toSorted()),
    meanings: [...content.glossary.values()].map(meaningOf),
    leads: new Map(
      content.words.related.map(({ asked, says }) => [
        leadKey(foldedWords(asked)),
        { says, by: 'site' } as const,
      ]),
    ),
  };
}

const namesIn = ({ title, aliases, parts = [] }: SearchRecord): string[] => [
  title,
  ...aliases,
  ...parts.map((part) => part.title),
];

const wordsOfRecord = (record: SearchRecord): Set<string> => {
  const texts = [record, ...(record.parts ?? [])].map(({ words }) => words);
  return new Set(wordsIn([record.note, ...namesIn(record), ...texts].join(' ')));
};

const wordsIn = (text: string): string[] =>
  text.split(/\s+/).flatMap((piece) => {
    const words = known.get(piece) ?? wordsOfPiece(piece);
    known.set(piece, words);
    return words;
  });

/* A site has the same words again and again. */
const known = new Map<string, readonly string[]>();

function wordsOfPiece(piece: string): string[] {
  // An address is one long word to the index: nobody misspells their way to it.
  const isAddress = /\S@\S|https?:\S/.test(piece);
  return [...foldedWords(piece), ...(isAddress ? [] : indexedWords(piece))].filter(
    (word) => word.length > 1 && word.length < 30 && !/^\d+$/.test(word),
  );
}

function meaningOf({
  term,
  expansion,
  aliases,
}: {
  term: string;
  expansion?: string | undefined;
  aliases: readonly string[];
}): Synonyms {
  const says = expansion ? [term, expansion] : [term];
  const known = new Set(says.map(fold));
  return { says, aliases: aliases.filter((alias) => !known.has(fold(alias))) };
}
