import { asUtc } from '../../dates/plain-date.ts';
import { datesIn, weekdayOf } from '../dates-in-text.ts';
import { isMailed } from '../is-mailed.ts';
import type { PageRule } from '../rule.ts';

export default {
  id: 'date/no-year',
  severity: 'advice',
  runs: 'text',
  why: 'A newsletter is found again years later, and a date without its year is a riddle then.',
  failing: { example: 'Join us on Tuesday 19 May.', finds: ['Tuesday 19 May'] },
  passing: 'Join us on <Day on="2026-05-19" />. It ran from 1 January to 2 April 2026.',
  *check({ kind, passages, asAt }) {
    if (!isMailed({ kind }) || asAt === undefined) return;
    for (const passage of passages) {
      if (passage.kind === 'field') continue;
      const dates = datesIn(passage, asAt);
      const year = dates.some(({ yearGiven }) => yearGiven);
      const seen = new Set<number>();
      for (const { from, to, day, yearGiven, weekday } of dates) {
        if (yearGiven || year || seen.has(from)) continue;
        // Other rules say more of a wrong weekday, and of a day far away.
        const days = Math.abs(asUtc(day).getTime() - asUtc(asAt).getTime()) / 86_400_000;
        if (days > 60 || (weekday && weekday.index !== weekdayOf(day))) continue;
        seen.add(from);
        yield {
          at: passage.place(from, to),
          message: 'This date has no year.',
          suggestion: `<Day on="${day}" />, which prints the weekday and the year`,
        };
      }
    }
  },
} satisfies PageRule;
