import { formatDate } from '../../dates/format.ts';
import { datesIn } from '../dates-in-text.ts';
import type { PageRule } from '../rule.ts';

const isDeadline =
  /\b(?:no later than|due(?: on| by)?|deadline (?:is|of)|closes?(?: on)?)\s+(?:the\s+)?$/i;

export default {
  id: 'date/deadline-agrees',
  severity: 'error',
  runs: 'text',
  why: 'A deadline that is stated twice has to be the same both times: readers see one of the two.',
  failing: {
    example:
      '<Item id="a" title="Invoices" action="action-required" due="2026-05-15">\n\nYour invoice is due on 22 May.\n\n</Item>',
    finds: ['22 May'],
  },
  passing:
    '<Item id="a" title="Invoices" action="action-required" due="2026-05-15">\n\nYour invoice is due on 15 May. The next one is for the quarter to 3 July.\n\n</Item>',
  *check({ passages, asAt }) {
    if (asAt === undefined) return;
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
  },
} satisfies PageRule;
