import type { Content } from '../../content/content.ts';
import { gatherReferrals } from './gather-referrals.ts';
import { gatherWords } from './gather-words.ts';
import {
  knownWordsFile,
  otherWordsFile,
  partWords,
  writeKnownWords,
} from '../words-and-synonyms.ts';
import type { SearchRecord } from './search-record.ts';
import { referralsFile, writeReferrals } from '../referrals.ts';

/**
 * What the search page fetches besides the index, by the name of its file: the words in use, what stands for
 * what, and whom to ask where nothing is found.
 */
export function searchPageFiles(
  records: readonly SearchRecord[],
  content: Content,
): Readonly<Record<string, string>> {
  const { names, others } = partWords(gatherWords(records, content));
  return {
    [knownWordsFile]: writeKnownWords(names),
    [otherWordsFile]: writeKnownWords(others),
    [referralsFile]: writeReferrals(gatherReferrals(content)),
  };
}
