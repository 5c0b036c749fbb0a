import { isBlock, type Flow } from '../../../document/tree.ts';
import type { Content } from '../../../content/content.ts';
import { paths } from '../../../content/paths.ts';
import { formatDate } from '../../../dates/format.ts';
import type { SearchRecord } from '../search-record.ts';
import { sharedBy } from '../shared-by.ts';
import { ended, searchedWords } from '../searched-words.ts';

/** A page of guidance, each principle a part of it. */
export function guidanceRecord(
  { id, data, body }: Content['guidance'][number],
  content: Content,
): SearchRecord {
  const nodes = sharedBy(data.audiences, body);
  const [principles, rest] = [
    nodes.filter(isPrinciple),
    nodes.filter((node) => !isPrinciple(node)),
  ];
  return {
    url: paths.guidance(id),
    title: data.title,
    kind: 'guidance',
    audiences: data.audiences,
    note: data.withdrawn
      ? `Withdrawn ${formatDate(data.withdrawn.on)}`
      : `Last reviewed ${formatDate(data.lastReviewed)}`,
    words: [
      data.summary,
      ...(data.withdrawn ? [ended(data.withdrawn.why)] : []),
      searchedWords(rest, content),
      ...data.legalBasis.map(({ title }) => ended(title)),
    ].join(' '),
    parts: principles.map(({ props, children }) => ({
      ...props,
      words: searchedWords(children, content),
    })),
    aliases: data.aliases,
    topic: data.topic,
    date: data.lastReviewed,
    precedence: data.withdrawn ? 'old' : 'living',
  };
}

const isPrinciple = (node: Flow) => isBlock(node, 'Principle');
