import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { printedDatesIn } from '../../language/dates-in-text.ts';
import { deadlinesIn } from '../../language/deadlines-in-text.ts';
import { isMailed } from '../../reading/is-mailed.ts';
import type { Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';
import { againstTime } from './deadline-time.ts';
import { deadlinesAhead, dueDay, itemAround } from './deadlines-ahead.ts';

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
    if (isMailed(page) && page.unparsed !== true) yield* deadlinesAhead(page, page.asAt);
  },
} satisfies PageRule;

/**
 * Deadlines in an item that is due on another day. What may be no deadline ("by", a survey that closes) counts
 * only where the item does not give its own day as well.
 */
function* againstItems({ passages, blocks }: Page, asAt: string): Generator<Fault> {
  const stated = new Set(
    passages.flatMap((passage) =>
      printedDatesIn(passage, asAt).flatMap(({ day }) =>
        passage.item && dueDay(passage.item.props) === day ? [passage.item] : [],
      ),
    ),
  );
  for (const passage of passages) {
    const due = passage.item && dueDay(passage.item.props);
    if (passage.item === undefined || due === undefined) continue;
    yield* againstTime(passage, passage.item, asAt);
    for (const date of deadlinesIn(passage, asAt)) {
      const counts = date.certain || (date.day >= asAt && !stated.has(passage.item));
      if (date.day === due || !counts) continue;
      yield {
        at: passage.place(date.from, date.to),
        message: `The item says it is due on ${formatDate(due)}, and the text says ${formatDate(date.day)}.`,
        suggestion: `Write <Day on="${due}" />, or correct the due date of the item.`,
      };
    }
  }
  for (const block of blocks) {
    const { closes } = block.props;
    if (block.name !== 'Survey' || closes === undefined || !isRealDate(closes)) continue;
    const item = itemAround(block);
    const due = item && dueDay(item.props);
    if (item === undefined || due === undefined || closes === due || stated.has(item)) continue;
    yield {
      at: block.prop('closes'),
      message: `The item says it is due on ${formatDate(due)}, and its survey closes on ${formatDate(closes)}.`,
      suggestion: 'Give both the same day, or say in the text what else is due, and when.',
    };
  }
}
