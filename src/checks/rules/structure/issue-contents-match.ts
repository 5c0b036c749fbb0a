import { closest } from '../../../problems/closest.ts';
import { slug } from '../../../document/slug.ts';
import type { Passage } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

const opens =
  /^(?:in (?:this|our) (?:issue|edition|newsletter|update|bulletin|email|page)|(?:table of )?contents|what[’']s (?:in|inside|new in) this (?:week[’']s )?(?:issue|edition|newsletter|update|bulletin|email)|on this page|inside this (?:issue|edition|newsletter|update|bulletin)|(?:kei|he aha kei) roto(?: i tēnei \p{L}+)?)\s*:?$/iu;
/* Where the entries of the list after it are the titles of items. */
const mayOpen =
  /^(?:(?:in|for)? ?(?:this|the) (?:week|fortnight|month|term)|inside|highlights|headlines|topics|at a glance|in brief|what[’']s (?:inside|new|in here)|(?:key|main|today[’']s) (?:topics|stories|items|points))\s*:?$/iu;

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
      const words = opening.text.trim();
      if (opening.kind === 'field' || !(opens.test(words) || mayOpen.test(words))) continue;
      const list = lists.find(
        ({ before, entries }) =>
          before === opening || entries.some((entry) => entry?.under === opening.text),
      );
      if (!opens.test(words) && !listsTitles(list?.entries ?? [], titles)) continue;
      yield {
        at: opening.place(),
        message: 'A list of contents is typed here, and one is made for you.',
        suggestion: 'Remove it: the titles of the items become the contents.',
      };
      for (const entry of list?.entries ?? []) {
        if (!entry) continue;
        const title = titleIn(entry);
        if (titles.includes(title)) continue;
        const near = nearest(title, titles);
        yield {
          at: entry.place(),
          message: near
            ? `The contents say “${title}” and the heading says “${near}”.`
            : `No item is called “${title}”.`,
          suggestion: near
            ? `The title of the item decides: “${near}”.`
            : 'Remove the entry, or write the item.',
        };
      }
    }
  },
} satisfies PageRule;

/** An entry without the label of its action. */
const titleIn = ({ text }: Passage) =>
  text
    .replace(/\s*[–—-]\s*(?:action required|for information|have your say|save the date)\s*$/i, '')
    .trim();

/** Whether most entries of a list say what an item is called. */
function listsTitles(
  entries: readonly (Passage | undefined)[],
  titles: readonly string[],
): boolean {
  const written = entries.flatMap((entry) => (entry ? titleIn(entry).toLowerCase() : []));
  const same = written.filter((words) =>
    titles.some((title) => words.includes(title.toLowerCase()) || closest(words, [title])),
  );
  return same.length > 0 && same.length * 2 >= entries.length;
}

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
