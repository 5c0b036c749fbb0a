import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { audienceIds } from '../../../publication/site.ts';
import { datesIn, printedDatesIn } from '../../language/dates-in-text.ts';
import type { BlockUse, Page } from '../../reading/page.ts';
import type { Fault } from '../../rule.ts';

/* Ahead of a text, in its summary and its subjects, where nobody names a day for anything else. */
const isDeadlineAhead =
  /\b(?:no later than|due(?: on| by)?|deadline(?: is| of|:)?|clos(?:es?|ing)(?: on)?|by|before|until)\s+(?:the\s+)?$/i;

/** Deadlines in a summary, a subject or a preheader that the text does not have, or has for something else. */
export function* deadlinesAhead(page: Page, asAt: string): Generator<Fault> {
  for (const passage of page.passages) {
    if (!/^(?:summary|bulletins\.)/.test(passage.field ?? '')) continue;
    const audience = audienceIds().find((one) => passage.field?.startsWith(`bulletins.${one}.`));
    for (const date of datesIn(passage, asAt)) {
      const before = passage.words.slice(Math.max(0, date.from - 40), date.from);
      if (!isDeadlineAhead.test(before)) continue;
      const day = formatDate(date.day);
      const at = passage.place(date.from, date.to);
      if (!daysFor(page, asAt, audience).has(date.day)) {
        yield {
          at,
          message: `This names ${day}, which ${audience ? `the bulletin for ${audience}` : 'the text'} does not.`,
          suggestion:
            'Correct the one that is wrong, or say in the text what is to be done by then.',
        };
        continue;
      }
      const part = /[^,;:.–—]*$/.exec(passage.words.slice(0, date.from))?.[0] ?? '';
      const item = itemNamed(page, part, audience);
      if (item === undefined || daysIn(page, item, asAt).has(date.day)) continue;
      yield {
        at,
        message: `This names ${day}, and the item “${item.props['title']}” is due on ${formatDate(dueDay(item.props) ?? '')}.`,
        suggestion: 'Correct the one that is wrong.',
      };
    }
  }
}

/** The one item with a due date whose title shares a telling word with some words. */
function itemNamed(page: Page, words: string, audience: string | undefined): BlockUse | undefined {
  const told = tellingWords(words);
  const named = page.blocks.filter(
    (block) =>
      block.name === 'Item' &&
      isRealDate(dueDay(block.props) ?? '') &&
      reaches(block, audience) &&
      [...tellingWords(block.props['title'] ?? '')].some((word) => told.has(word)),
  );
  return named.length === 1 ? named[0] : undefined;
}

const tellingWords = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .map((word) => word.replace(/s$/, ''))
      .filter(
        (word) =>
          !/^(?:your|from|with|this|that|close|closing|deadline|before|until|date|term|quarter|school|provider|update|next|last)$/.test(
            word,
          ),
      ),
  );

/** Every day that an item gives, in its props, its words or its blocks. */
function daysIn({ passages, blocks }: Page, item: BlockUse, asAt: string): Set<string> {
  const inWords = passages
    .filter((passage) => passage.item === item)
    .flatMap((passage) => printedDatesIn(passage, asAt).map(({ day }) => day));
  const inBlocks = blocks
    .filter((block) => itemAround(block) === item)
    .flatMap(({ props }) => Object.values(props).map((value) => value.slice(0, 10)));
  return new Set([...inWords, ...inBlocks.filter(isRealDate)]);
}

/**
 * Every day that the text names, in words or in a block, to an audience or to any. Of a correction what it
 * says now is a part of it; what it said is wrong.
 */
function daysFor(
  { passages, blocks }: Page,
  asAt: string,
  audience: string | undefined,
): Set<string> {
  const inWords = passages
    .filter(
      ({ field, block }) =>
        (block !== undefined || field === undefined || field === 'now') && reaches(block, audience),
    )
    .flatMap((passage) => datesIn(passage, asAt).map(({ day }) => day));
  const inBlocks = blocks
    .filter((block) => reaches(block, audience))
    .flatMap(({ props }) => Object.values(props).map((value) => value.slice(0, 10)));
  return new Set([...inWords, ...inBlocks.filter(isRealDate)]);
}

/** Whether an audience, or any, gets what stands in a block. */
function reaches(block: BlockUse | undefined, audience: string | undefined): boolean {
  if (block === undefined) return true;
  const only = ['Category', 'Item', 'For'].includes(block.name)
    ? block.props['audience']
    : undefined;
  const isApart = only !== undefined && audience !== undefined && only !== audience;
  return !isApart && reaches(block.parent, audience);
}
/** The day that an item is due on, where it says one. */
export const dueDay = (props: BlockUse['props']): string | undefined => props['due']?.slice(0, 10);

/** The item that a block is, or stands in. */
export const itemAround = (block: BlockUse | undefined): BlockUse | undefined =>
  block === undefined || block.name === 'Item' ? block : itemAround(block.parent);
