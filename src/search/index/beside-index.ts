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
import { waysOnFile, writeWaysOn } from '../referrals.ts';

/** The texts that stand beside the index, by the name of their file: words, meanings and ways on. */
export function besideIndex(
  records: readonly SearchRecord[],
  content: Content,
): Readonly<Record<string, string>> {
  const { names, others } = partWords(gatherWords(records, content));
  return {
    [knownWordsFile]: writeKnownWords(names),
    [otherWordsFile]: writeKnownWords(others),
    [waysOnFile]: writeWaysOn(gatherReferrals(content)),
  };
}
