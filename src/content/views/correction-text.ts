import { outlineOf } from '../../document/outline.ts';
import {
  type Flow,
  type Inline,
  isBlock,
  type Paragraph,
  unwritten as at,
} from '../../document/tree.ts';
import { formatDate } from '../../dates/format.ts';
import type { Audience } from '../../publication/site.ts';
import { documentById, type Content } from '../content.ts';
import { paths } from '../paths.ts';

type Correction = Content['corrections'][number];

/** "Correction to the newsletter of 8 May 2026". */
export const correctionName = ({ data }: Pick<Correction, 'data'>): string =>
  `Correction to the newsletter of ${formatDate(data.corrects.edition)}`;

/** Where what was corrected stands, as this audience is shown it. */
export function correctedPath({ data }: Correction, audience: Audience | undefined): string {
  const { edition, item } = data.corrects;
  const page = audience ? paths.newsletterFor(edition, audience) : paths.newsletter(edition);
  return item === undefined ? page : `${page}#${item}`;
}

/** What was corrected, in words: the title of the item, or the newsletter and its date. */
export function correctedName({ data }: Correction, content: Content): string {
  const { edition, item } = data.corrects;
  const { body } = documentById(content.newsletters, edition);
  const entry = outlineOf(body).find(({ id }) => id === item);
  return entry ? `“${entry.title}”` : `the newsletter of ${formatDate(edition)}`;
}

/**
 * The whole text of a correction as a tree, so that page, bulletin and feed say the same: its
 * title, the greeting, what it said and says now, the way there, and the author's words.
 * @param body the author's words
 */
export function correctionText(
  correction: Correction,
  body: readonly Flow[],
  content: Content,
  audience: Audience | undefined,
): Flow[] {
  const { data } = correction;
  const greeting = body.slice(0, 1).filter((node) => isBlock(node, 'Greeting'));
  const way: Inline = {
    type: 'link',
    to: correctedPath(correction, audience),
    children: [text(`Read ${correctedName(correction, content)} as it is now`)],
    at,
  };
  return [
    { type: 'heading', rank: 1, id: 'correction', children: [text(data.title)], at },
    ...greeting,
    paragraph({ type: 'strong', children: [text('What it said:')], at }, text(` ${data.said}`)),
    paragraph({ type: 'strong', children: [text('What it says now:')], at }, text(` ${data.now}`)),
    paragraph(way),
    ...body.slice(greeting.length),
  ];
}

const text = (value: string): Inline => ({ type: 'text', value, at });
const paragraph = (...children: Inline[]): Paragraph => ({ type: 'paragraph', children, at });
