import type { Content } from '../../content/content.ts';
import { gatherReferrals } from './gather-referrals.ts';
import { gatherWords } from './gather-words.ts';
import {
  knownWordsFile,
  languageFile,
  otherWordsFile,
  partWords,
  writeKnownWords,
} from '../words-and-synonyms.ts';
import { foldedWords } from '../fold.ts';
import { namesFile, writeNames } from '../names.ts';
import { packWords } from '../word-filter.ts';
import { gatherNames } from './gather-names.ts';
import { englishWords } from './english-words.ts';
import { relatedWords } from './related-words.ts';
import type { SearchRecord } from './search-record.ts';
import { referralsFile, writeReferrals } from '../referrals.ts';

/**
 * What the search page fetches besides the index, by the name of its file: the words in use, what stands for
 * what, the names of everything, which other words there are and lead on to them, and whom to ask where nothing is found.
 */
export function searchPageFiles(
  records: readonly SearchRecord[],
  content: Content,
): Readonly<Record<string, string | Uint8Array>> {
  const known = gatherWords(records, content);
  const { names, others } = partWords(known);
  const english = englishWords();
  const { words, names: properNames, phrases } = content.kupu;
  const reo = [...words, ...properNames, ...phrases].flatMap(foldedWords);
  return {
    [knownWordsFile]: writeKnownWords(names),
    [namesFile]: writeNames(gatherNames(records)),
    [otherWordsFile]: writeKnownWords({ ...others, leads: relatedWords(known.words.keys()) }),
    [languageFile]: packWords([...english.words, ...reo], english.names),
    [referralsFile]: writeReferrals(gatherReferrals(content)),
  };
}
