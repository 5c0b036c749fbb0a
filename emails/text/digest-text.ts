import { byCategory, toDo } from '../../src/document/outline.ts';
import { type Inline, unwritten } from '../../src/document/tree.ts';
import type { Digest, DigestDate, DigestEntry } from '../../src/content/views/digest.ts';
import { askedWords } from '../../src/rendering/asked-words.ts';
import { resolveLink, type Context } from '../../src/rendering/context.ts';
import { nothingToDo } from '../../src/rendering/present.ts';
import { textOf } from './flow.ts';
import { taskEntry } from './item-lines.ts';
import { bulleted, headed, headedAt, indented, paragraphs } from './layout.ts';

/** What a digest says of itself, before its list of items. */
export const aboutDigest =
  'This email is a digest. Each title leads to its place in the newsletter on the web.';

/** What leads to the web page from a date that no item explains. */
export const onTheWeb = 'Read this on the web';

/** A digest as plain text, before wrapping. The parity check holds its HTML part against it. */
export function digestText({ lead, outline, dates }: Digest, context: Context): string {
  const place = (id: string) => resolveLink(`#${id}`, context);
  return paragraphs(
    textOf(lead, context),
    headed('What you need to do'),
    toDo(outline)
      .map((task) => bulleted(taskEntry(task, place(task.id)), '[ ] '))
      .join('\n') || nothingToDo(false),
    dates.length > 0 ? headed('Dates') : undefined,
    dates.map((date) => bulleted(dateEntry(date, context))).join('\n'),
    headed('In this edition'),
    aboutDigest,
    ...byCategory(outline).map(({ category, first, entries }) =>
      paragraphs(
        category && headedAt(3)(category),
        entries.map((item, at) => bulleted(itemEntry(item, context), `${first + at}. `)).join('\n'),
      ),
    ),
  );
}

function itemEntry(item: DigestEntry, context: Context): string {
  return [
    item.title,
    indented(resolveLink(`#${item.id}`, context)),
    askedWords(item),
    lineText(item.line, context),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function dateEntry({ when, words, link, item, more }: DigestDate, context: Context): string {
  const url = item === undefined ? context.pageUrl : resolveLink(`#${item}`, context);
  return [...when, lineText(words, context), link ?? onTheWeb, indented(url), ...more]
    .filter((line) => line !== '')
    .join('\n');
}

const lineText = (words: readonly Inline[], context: Context) =>
  words.length === 0
    ? ''
    : textOf([{ type: 'paragraph', children: [...words], at: unwritten }], context);
