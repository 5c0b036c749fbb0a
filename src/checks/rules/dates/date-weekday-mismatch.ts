import { formatLongDate, formatWeekday } from '../../../dates/format.ts';
import { weekdayOf } from '../../../dates/plain-date.ts';
import { datesIn } from '../../language/dates-in-text.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'date/weekday-mismatch',
  severity: 'error',
  runs: 'text',
  why: 'Where the weekday and the date disagree, half of the readers come on the wrong day.',
  failing: {
    example: 'Join us on Wednesday 12 May, or on Thursday, 15 May 2026.',
    finds: ['Wednesday', 'Thursday'],
  },
  passing: 'Join us on Tuesday 12 May, Thursday 14 May, or Monday 4 and Tuesday 5 January 2027.',
  *check({ passages, asAt }) {
    if (asAt === undefined) return;
    for (const passage of passages) {
      for (const { day, weekday } of datesIn(passage, asAt)) {
        if (!weekday || weekday.index === weekdayOf(day)) continue;
        yield {
          at: passage.place(weekday.from, weekday.to),
          message: `${formatLongDate(day).replace(/^\w+ /, '')} is a ${formatWeekday(day)}.`,
          suggestion: `Write <Day on="${day}" />, which works the weekday out, or correct the date.`,
        };
      }
    }
  },
} satisfies PageRule;
