import { cellsOf, type Flow, type Inline } from '../../document/tree.ts';
import type { Content } from '../../content/content.ts';
import { paths } from '../../content/paths.ts';
import { publication } from '../../publication/site.ts';
import type { Referral } from '../referrals.ts';
import { searchedWords } from './searched-words.ts';

/* Enough for every subject; the file is fetched while somebody waits. */
const mostPages = 300;

/** Every contact, the one for everybody first, and the public pages that guidance sends readers to. */
export function gatherReferrals(content: Content): Referral[] {
  const contacts = [...content.contacts]
    .toSorted(
      ([a], [b]) => Number(b === publication().contact) - Number(a === publication().contact),
    )
    .map(([id, { name, summary, purposes }]): Referral => ({
      kind: 'contact',
      url: paths.contact(id),
      title: name,
      summary,
      words: [summary, ...purposes].join(' '),
    }));
  const pages = new Map<string, Referral>();
  for (const { data, body } of content.guidance) {
    const cited = data.legalBasis.map(({ title, url }) => ({ to: url, title }));
    for (const { to, title } of [...linksOf(body, content), ...cited]) {
      if (pages.has(to)) continue;
      pages.set(to, { kind: 'page', url: to, title, summary: '', words: data.topic });
    }
  }
  return [...contacts, ...[...pages.values()].slice(0, mostPages)];
}

/** The links in a text that lead to other sites. */
function* linksOf(
  nodes: readonly (Flow | Inline)[],
  content: Content,
): Generator<{ to: string; title: string }> {
  for (const node of nodes) {
    if (node.type === 'link' && node.to.startsWith('https:')) {
      yield { to: node.to, title: searchedWords(node.children, content) };
    }
    if (node.type === 'list') yield* linksOf(node.items.flat(), content);
    else if (node.type === 'table') yield* linksOf(cellsOf(node).flat(), content);
    else if ('children' in node) yield* linksOf(node.children, content);
  }
}
