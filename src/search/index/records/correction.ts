import { correctionName } from '../../../content/views/correction-text.ts';
import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { formatDate } from '../../../dates/format.ts';
import { audienceIds } from '../../../publication/site.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { datedPrecedence } from '../../precedence.ts';
import { searchedWords } from '../searched-words.ts';

/**
 * A correction, with what was said and what holds.
 * @param newer how many corrections are newer
 */
export function correctionRecord(
  correction: Content['corrections'][number],
  newer: number,
  content: Content,
): SearchRecord {
  const { id, data, body } = correction;
  const audiences = audienceIds().filter((audience) => data.bulletins[audience]);
  return {
    url: paths.correction(id),
    title: data.title,
    kind: 'correction',
    audiences,
    note: `${correctionName(correction)}, ${formatDate(data.date)}`,
    words: [data.said, data.now, searchedWords(sharedBy(audiences, body), content)]
      .filter(Boolean)
      .join(' '),
    aliases: [],
    date: data.date,
    precedence: datedPrecedence(newer),
  };
}
