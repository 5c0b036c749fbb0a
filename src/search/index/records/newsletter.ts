import { itemsOf, outlineOf, partsOf } from '../../../document/outline.ts';
import { isBlock } from '../../../document/tree.ts';
import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { formatDate, formatDayOrTime } from '../../../dates/format.ts';
import { audienceIds } from '../../../publication/site.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { datedPrecedence } from '../../precedence.ts';
import { ended, searchedWords } from '../searched-words.ts';

/**
 * An edition, and each of its items with an anchor of its own.
 * @param newer how many editions are newer
 */
export function newsletterRecords(
  { id, data, body }: Content['newsletters'][number],
  newer: number,
  content: Content,
): SearchRecord[] {
  const note = `${data.title}, ${formatDate(data.date)}`;
  const shared = {
    kind: 'newsletter',
    note,
    aliases: [],
    date: data.date,
    precedence: datedPrecedence(newer),
  } as const;
  const everyone = audienceIds().filter((audience) => data.bulletins[audience]);
  const letter = partsOf(sharedBy(everyone, body))
    .map(({ node }) => node)
    .filter((node) => !isBlock(node, 'Item'));
  // A summary speaks of every item, so it is nobody's own where an item is for one audience.
  const shownToAll = outlineOf(body).some(({ audience }) => audience) ? [] : [data.summary];
  const whole: SearchRecord = {
    ...shared,
    url: paths.newsletter(id),
    title: `${data.title}, ${formatDate(data.date)}`,
    audiences: everyone,
    words: [...shownToAll, searchedWords(letter, content)].join(' '),
  };
  const items = itemsOf(body).map(({ node, category, audience }): SearchRecord => {
    const { id: anchor, title, topic, action } = node.props;
    const audiences = audience ? [audience] : everyone;
    return {
      ...shared,
      url: `${paths.newsletter(id)}#${anchor}`,
      title,
      aliases: category ? [category.props.title] : [],
      audiences,
      topic,
      statuses: action === 'for-information' ? [] : [action],
      words:
        `${taskOf(node.props)} ${searchedWords(sharedBy(audiences, node.children), content)}`.trim(),
    };
  });
  return [whole, ...items];
}

/** What an item is called in te reo Māori, and what it asks for, as the page says it: the task, who and by when. */
function taskOf({
  mi,
  task,
  who,
  due,
}: {
  mi?: string | undefined;
  task?: string | undefined;
  who?: string | undefined;
  due?: string | undefined;
}) {
  const asked = task ? [who, task].filter(Boolean).join(': ') : '';
  return [mi ?? '', asked, due ? `Due ${formatDayOrTime(due)}` : '']
    .filter(Boolean)
    .map(ended)
    .join(' ');
}
