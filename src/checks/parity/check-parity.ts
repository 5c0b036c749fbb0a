import type { Nodes } from 'hast';
import { digestText } from '../../../emails/text/digest-text.ts';
import { mailingText } from '../../../emails/text/mailing-text.ts';
import { headed, paragraphs, rule } from '../../../emails/text/layout.ts';
import type { Context } from '../../rendering/context.ts';
import { variantFor } from '../../document/variant.ts';
import type { Content } from '../../content/content.ts';
import { presentOf } from '../../content/views/newer-edition.ts';
import { digestOf } from '../../content/views/digest.ts';
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
 * The classes of what only the web page has: the way to other audiences and to the contents, links to copy,
 * the name of the newsletter where the masthead of a bulletin has it, and what came
 * after the bulletin went out: corrections, a newer edition, and the bulletin as it was sent.
 */
const furniture = [
  'to-contents',
  'of-newsletter',
  'switch',
  'anchor',
  'correction',
  'newer',
  'as-sent',
  'published',
];
/**
 * Holds the web page, the HTML part and the text part of one mailing and audience against each
 * other. What an author marked for one side is told by the tree: the page is held against the
 * plain text of the web's variant, the bulletin against that of the email's, and the two parts
 * of the bulletin against each other, whole.
 * @param page the HTML of the web page for the audience
 * @param today the day of which the page knows, YYYY-MM-DD: only it may say what is past, and its words have to
 */
export function checkParity(
  page: string,
  bulletin: Bulletin,
  mailing: Mailing,
  content: Content,
  today: string,
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
  const article = factsOf(readHtml(tree, { of: 'edition', without: furniture, url }));
  const web = paragraphs(
    day,
    headed(title),
    said('web', {
      ...base,
      edition: 'page',
      present: presentOf(content, mailing.id, audience, today),
    }),
  );
  const html = parseHtml(bulletin.html);
  const isDigest = mailing.bulletins[audience]?.form === 'digest';
  const message = factsOf(readHtml(html, { url }));
  const text = factsOf(readTextPart(bulletin.text));
  const context = { ...base, edition: 'bulletin' } as const;
  const due = isDigest ? digestText(digestOf(mailing, audience), context) : said('email', context);
  const contents = (of: Nodes) => factsOf({ ...nothing, links: linksOf(of, 'contents', url) });
  return [
    ...between(
      'the contents of the web page',
      'those of the HTML part',
      contents(tree),
      contents(html),
    ),
    ...between('the web page', 'the words of the edition', article, factsOf(readTextPart(web))),
    ...(isDigest ? strayLinks(html, tree, url) : []),
    ...between('the HTML part', 'the text part', message, text),
    ...between(
      'the text part',
      'the words of the edition',
      factsOf(readTextPart(middleOf(bulletin))),
      factsOf(readTextPart(due)),
    ),
  ];
}

const nothing = { words: '', pauses: [], headings: [], entries: [] };

/*
 * Where in the page the links of a list lead, or of its lists by category; a correction has none. The line of
 * an item in a digest may lead to a contact besides.
 */
const linksOf = (tree: Nodes, of: string, url: string) =>
  elementsOf(tree)
    .filter((element) => hasClass(element, of))
    .flatMap((list) => readHtml(list, { url }).links)
    .filter((link) => link.startsWith(`${url}#`));

/* What a digest leaves to the web page has to be there: each place that it leads to. */
function strayLinks(message: Nodes, page: Nodes, url: string): Disparity[] {
  const places = new Set(elementsOf(page).map(({ properties }) => properties['id']));
  const links = readHtml(message, { url }).links.map((link) => link.split(' '));
  return links.flatMap(([to = '', ...words]) =>
    to.startsWith(`${url}#`) && !places.has(to.slice(url.length + 1))
      ? [
          {
            kind: 'link' as const,
            between: ['the digest', 'the places of the web page'] as const,
            first: [to, ...words].join(' '),
            second: '',
          },
        ]
      : [],
  );
}

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

/* The text part from under the link to the web page, which follows its title, to the line above its footer. */
function middleOf({ text, webUrl }: Bulletin): string {
  const link = `\n${webUrl}\n\n`;
  return text.slice(text.indexOf(link) + link.length, text.lastIndexOf(`\n${rule}\n`));
}
