import { closest } from '../../../problems/closest.ts';
import { slug } from '../../../document/slug.ts';
import type { PageRule } from '../../rule.ts';

const opens =
  /^(?:in this (?:issue|edition|newsletter|update|bulletin)|contents|what[’']s in this (?:issue|edition|newsletter))\s*:?$/i;

export default {
  id: 'issue/contents-match',
  severity: 'error',
  runs: 'text',
  why: 'The list of contents is made from the titles of the items, so that the two always agree; one that is typed soon does not.',
  failing: {
    example:
      'In this issue:\n\n- ISP Survey – for information\n\n<Item id="isp" title="In-school provision (ISP) survey" action="for-information">\n\nWe sent each school its own link.\n\n</Item>',
    finds: ['In this issue:', 'ISP Survey – for information'],
  },
  passing:
    'We cover two things.\n\n<Item id="isp" title="In-school provision survey" action="for-information">\n\nWe sent each school its own link.\n\n</Item>',
  *check({ kind, passages, lists, blocks }) {
    if (kind !== 'newsletters') return;
    const titles = blocks
      .filter(({ name }) => name === 'Item')
      .map(({ props }) => props['title'] ?? '');
    for (const opening of passages) {
      if (opening.kind === 'field' || !opens.test(opening.text.trim())) continue;
      const list = lists.find(
        ({ before, entries }) =>
          before === opening || entries.some((entry) => entry?.under === opening.text),
      );
      yield {
        at: opening.place(),
        message: 'A list of contents is typed here, and one is made for you.',
        suggestion: 'Remove it: the titles of the items become the contents.',
      };
      for (const entry of list?.entries ?? []) {
        if (!entry) continue;
        const words = entry.text
          .replace(
            /\s*[–—-]\s*(?:action required|for information|have your say|save the date)\s*$/i,
            '',
          )
          .trim();
        if (titles.includes(words)) continue;
        const near = nearest(words, titles);
        yield {
          at: entry.place(),
          message: near
            ? `The contents say “${words}” and the heading says “${near}”.`
            : `No item is called “${words}”.`,
          suggestion: near
            ? `The title of the item decides: “${near}”.`
            : 'Remove the entry, or write the item.',
        };
      }
    }
  },
} satisfies PageRule;

/** The title with the most words in common, or one that is nearly spelt so. */
function nearest(words: string, titles: readonly string[]): string | undefined {
  const own = new Set(slug(words).split('-'));
  const scored = titles
    .map((title) => ({
      title,
      shared: slug(title)
        .split('-')
        .filter((word) => own.has(word)).length,
    }))
    .toSorted((a, b) => b.shared - a.shared);
  return (
    closest(words, titles) ?? (scored[0] && scored[0].shared > 0 ? scored[0].title : undefined)
  );
}
