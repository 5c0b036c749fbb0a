import type { Content } from '../../content/content.ts';
import { mapDocuments } from '../../content/map-documents.ts';
import { withoutProse } from '../../document/without-prose.ts';
import { actionLabels } from '../../schemas/fields.ts';
import { issueStatuses } from '../../schemas/known-issue.ts';
import { searchRecords } from './gather-records.ts';

interface Choice {
  /** What stands in the address. */
  id: string;
  words: string;
}

/** The topics and statuses that something can be found under; a choice that finds nothing is left out. */
export function searchFilters(content: Content): {
  topics: readonly string[];
  statuses: readonly { group: string; options: readonly Choice[] }[];
} {
  // Words decide nothing here, and to gather them again took as long as a hundred pages.
  const bare = mapDocuments(content, (document) => ({
    ...document,
    body: withoutProse(document.body),
  }));
  const records = searchRecords(bare);
  const topics = new Set(records.flatMap(({ topic }) => topic ?? []));
  const used = new Set(records.flatMap(({ statuses = [] }) => statuses));
  const choices = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).flatMap(([id, text]) => (used.has(id) ? [{ id, words: text }] : []));
  const groups = [
    {
      group: 'Known issues',
      options: choices({ open: 'Open', closed: 'Closed', ...issueStatuses }),
    },
    { group: 'Newsletter items', options: choices(actionLabels) },
  ];
  return {
    topics: [...topics].toSorted((a, b) => a.localeCompare(b, 'en-NZ')),
    statuses: groups.filter(({ options }) => options.length > 0),
  };
}
