import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { formatDate } from '../../../dates/format.ts';
import { issueStatuses, isOpen } from '../../../schemas/known-issue.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { searchedWords } from '../searched-words.ts';

/** A known issue, also by its number and by what a reader sees. */
export function knownIssueRecord(
  { id, data, body }: Content['knownIssues'][number],
  content: Content,
): SearchRecord {
  return {
    url: paths.knownIssue(id),
    title: data.title,
    kind: 'known-issue',
    audiences: data.audiences,
    note: `${id.toUpperCase()}. ${issueStatuses[data.status]}. Updated ${formatDate(data.lastUpdated)}`,
    words: `${data.whatYouSee} ${data.doNow ?? ''} ${data.cause ?? ''} ${searchedWords(sharedBy(data.audiences, body), content)}`,
    aliases: [id, id.replace(/-0+/, '-'), ...data.aliases],
    symptom: data.whatYouSee,
    topic: data.system,
    statuses: [data.status, isOpen(data.status) ? 'open' : 'closed'],
    date: data.lastUpdated,
    precedence: isOpen(data.status) ? 'living' : 'closed',
  };
}
