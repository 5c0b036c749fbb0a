import { documentById, type Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { formatDate } from '../../../dates/format.ts';
import { changeKinds } from '../../../schemas/release.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { datedPrecedence } from '../../precedence.ts';
import { searchedWords } from '../searched-words.ts';

/**
 * A release, with its changes and the titles of the known issues that they mend, of those that everybody it is
 * for may be told of: one record is found by all of them.
 * @param newer how many releases are newer
 */
export function releaseRecord(
  { id, data, body }: Content['releases'][number],
  newer: number,
  content: Content,
): SearchRecord {
  const changes = data.changes.flatMap(({ kind, text, points, knownIssues }) => [
    `${changeKinds[kind]}: ${text}`,
    ...points,
    ...knownIssues
      .map((issue) => documentById(content.knownIssues, issue).data)
      .filter((issue) => data.audiences.every((audience) => issue.audiences.includes(audience)))
      .map(({ title }) => title),
  ]);
  return {
    url: paths.release(id),
    title: data.title,
    kind: 'release',
    audiences: data.audiences,
    note: `In use from ${formatDate(data.effective)}`,
    words: [data.summary, searchedWords(sharedBy(data.audiences, body), content), ...changes].join(
      ' ',
    ),
    aliases: [],
    topic: data.system,
    date: data.effective,
    precedence: datedPrecedence(newer),
  };
}
