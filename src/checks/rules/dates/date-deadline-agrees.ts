import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { audienceIds } from '../../../publication/site.ts';
import { datesIn } from '../../language/dates-in-text.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { BlockUse, Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

const isDeadline =
  /\b(?:no later than|due(?: on| by)?|deadline (?:is|of)|closes?(?: on)?)\s+(?:the\s+)?$/i;
/* Ahead of a text, in its summary and its subjects, where nobody names a day for anything else. */
const isDeadlineAhead =
  /\b(?:no later than|due(?: on| by)?|deadline(?: is| of|:)?|clos(?:es?|ing)(?: on)?|by|before|until)\s+(?:the\s+)?$/i;

const ahead = (subject: string) =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: ${subject}\n    preheader: Two sessions in May, and what is new.\n---\n\n<Item id="a" title="Invoices" action="action-required" due="2026-05-15">\n\nSend us your invoice.\n\n</Item>\n`;

export default {
  id: 'date/deadline-agrees',
  severity: 'error',
  runs: 'text',
  why: 'A deadline that is stated twice has to be the same both times: readers see one of the two.',
  failing: {
    example: {
      'newsletters/2026-05-01.mdx': ahead('Invoices due 22 May').replace('05-08', '05-01'),
      'newsletters/2026-05-08.mdx': ahead('Invoices are due').replace(
        'Send us your invoice.',
        'Your invoice is due on 22 May.',
      ),
    },
    finds: ['22 May', '22 May'],
  },
  passing: {
    'newsletters/2026-05-08.mdx': ahead('Invoices due 15 May').replace(
      'Send us your invoice.',
      'Your invoice is due on 15 May. The next one is for the quarter to 3 July.',
    ),
    'corrections/2026-05-12-invoices.mdx': `---
title: The due date
date: 2026-05-12
corrects: 2026-05-08#a
said: Send it by 14 May 2026.
now: Send it by 15 May 2026.
bulletins:
  schools:
    subject: 'Correction: invoices are due 15 May'
    preheader: We gave you the wrong day. You have until Friday.
---
We are sorry.
`,
  },
  *check(page) {
    if (page.asAt === undefined) return;
    yield* againstItems(page, page.asAt);
    // What the text says is not known while it cannot be parsed.
    if (isMailed(page) && page.unparsed !== true) yield* againstText(page, page.asAt);
  },
} satisfies PageRule;

/** Deadlines in the text of an item that is due on another day. */
function* againstItems({ passages }: Page, asAt: string): Generator<Fault> {
  for (const passage of passages) {
    const due = passage.item?.props['due'];
    if (due === undefined) continue;
    for (const date of datesIn(passage, asAt)) {
      const before = passage.words.slice(Math.max(0, date.from - 40), date.from);
      if (!isDeadline.test(before) || date.day === due) continue;
      yield {
        at: passage.place(date.from, date.to),
        message: `The item says it is due on ${formatDate(due)}, and the text says ${formatDate(date.day)}.`,
        suggestion: `Write <Day on="${due}" />, or correct the due date of the item.`,
      };
    }
  }
}

/** Deadlines in a summary, a subject or a preheader that the text does not have. */
function* againstText(page: Page, asAt: string): Generator<Fault> {
  for (const passage of page.passages) {
    if (!/^(?:summary|bulletins\.)/.test(passage.field ?? '')) continue;
    const audience = audienceIds().find((one) => passage.field?.startsWith(`bulletins.${one}.`));
    for (const date of datesIn(passage, asAt)) {
      const before = passage.words.slice(Math.max(0, date.from - 40), date.from);
      if (!isDeadlineAhead.test(before) || daysFor(page, asAt, audience).has(date.day)) continue;
      const day = formatDate(date.day);
      yield {
        at: passage.place(date.from, date.to),
        message: `This names ${day}, which ${audience ? `the bulletin for ${audience}` : 'the text'} does not.`,
        suggestion: 'Correct the one that is wrong, or say in the text what is to be done by then.',
      };
    }
  }
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
  const reaches = (block: BlockUse | undefined): boolean => {
    const only =
      block?.name === 'Item' || block?.name === 'For' ? block.props['audience'] : undefined;
    const apart = only !== undefined && audience !== undefined && only !== audience;
    return block === undefined || (!apart && reaches(block.parent));
  };
  const inWords = passages
    .filter(
      ({ field, block }) =>
        (block !== undefined || field === undefined || field === 'now') && reaches(block),
    )
    .flatMap((passage) => datesIn(passage, asAt).map(({ day }) => day));
  const inBlocks = blocks
    .filter(reaches)
    .flatMap(({ props }) => Object.values(props).map((value) => value.slice(0, 10)));
  return new Set([...inWords, ...inBlocks.filter(isRealDate)]);
}
