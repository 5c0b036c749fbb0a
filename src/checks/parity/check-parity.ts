import type { Nodes } from 'hast';
import { mailingText } from '../../../emails/text/mailing-text.ts';
import { headed, paragraphs, rule } from '../../../emails/text/layout.ts';
import type { Context } from '../../rendering/context.ts';
import { variantFor } from '../../document/variant.ts';
import type { Content } from '../../content/content.ts';
import type { Mailing } from '../../content/views/mailings.ts';
import { formatLongDate } from '../../dates/format.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';
import { compareFacts, type Difference } from './compare.ts';
import { factsOf } from './facts.ts';
import { elementsOf, hasClass, parseHtml, readHtml } from './read-html.ts';
import { readTextPart } from './read-text-part.ts';

/** Two renderings that say different things. */
export interface Disparity extends Difference {
  /** What was held against each other, in words. */
  between: readonly [first: string, second: string];
}

/**
 * The classes of what only the web page has: the way to other audiences, links to copy, and what came
 * after the bulletin went out: corrections, and the bulletin as it was sent.
 */
const furniture = ['switch', 'anchor', 'correction', 'as-sent', 'published'];
/** "In this edition" leads about within the page; the text part cannot. */
const about = ['contents'];

/**
 * Holds the web page, the HTML part and the text part of one mailing and audience against each
 * other. What an author marked for one side is told by the tree: the page is held against the
 * plain text of the web's variant, the bulletin against that of the email's, and the two parts
 * of the bulletin against each other, whole.
 * @param page the HTML of the web page for the audience
 */
export function checkParity(
  page: string,
  bulletin: Bulletin,
  mailing: Mailing,
  content: Content,
): Disparity[] {
  const { audience, webUrl: url } = bulletin;
  const { title, date, kind } = mailing;
  const base = { content, audience, level: 2, asAt: date, pageUrl: url };
  const said = (channel: 'web' | 'email', context: Context) =>
    mailingText(
      kind,
      variantFor(mailing.whole(mailing.body, audience), { audience, channel }),
      context,
    );
  const day = formatLongDate(date);

  const tree = parseHtml(page);
  const article = factsOf(readHtml(tree, { of: 'edition', without: furniture, about, url }));
  const web = paragraphs(day, headed(title), said('web', { ...base, edition: 'page' }));
  const html = parseHtml(bulletin.html);
  const message = factsOf(readHtml(html, { about, url }));
  const text = factsOf(readTextPart(bulletin.text));
  const due = said('email', { ...base, edition: 'bulletin' });
  const contents = (of: Nodes) => factsOf({ ...nothing, links: linksOf(of, 'contents', url) });
  return [
    ...between(
      'the contents of the web page',
      'those of the HTML part',
      contents(tree),
      contents(html),
    ),
    ...between('the web page', 'the words of the edition', article, factsOf(readTextPart(web))),
    ...between('the HTML part', 'the text part', message, text),
    ...between(
      'the text part',
      'the words of the edition',
      factsOf(readTextPart(middleOf(bulletin.text))),
      factsOf(readTextPart(due)),
    ),
  ];
}

const nothing = { words: '', headings: [], entries: [] };

/* Where the links of a list lead, or of its lists by category; a correction has none. */
const linksOf = (tree: Nodes, of: string, url: string) =>
  elementsOf(tree)
    .filter((element) => hasClass(element, of))
    .flatMap((list) => readHtml(list, { url }).links);

function between(
  first: string,
  second: string,
  one: ReturnType<typeof factsOf>,
  other: ReturnType<typeof factsOf>,
): Disparity[] {
  return compareFacts(one, other).map((difference) => ({
    ...difference,
    between: [first, second],
  }));
}

/* The text part from its second heading, under the title, to the line above its footer. */
function middleOf(text: string): string {
  const start = text.indexOf('\n\n\n', text.indexOf('\n\n\n') + 1);
  return text.slice(start + 2, text.lastIndexOf(`\n${rule}\n`));
}
