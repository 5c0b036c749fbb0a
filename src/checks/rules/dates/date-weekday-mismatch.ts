import { formatLongDate, formatWeekday } from '../../../dates/format.ts';
import { weekdayOf } from '../../../dates/plain-date.ts';
import { datesIn, type WrittenDate } from '../../language/dates-in-text.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'date/weekday-mismatch',
  severity: 'error',
  runs: 'text',
  why: 'Where the weekday and the date disagree, half of the readers come on the wrong day.',
  failing: {
    example:
      'Join us on Wednesday 12 May, or on Thursday, 15 May 2026. It ends on 26 June 2026, a Thursday. Or ring on Rāapa 14 May 2026.',
    finds: ['Wednesday', 'Thursday', 'Thursday', 'Rāapa'],
  },
  passing:
    'Join us on Tuesday 12 May, Thursday 14 May, or Monday 4 and Tuesday 5 January 2027. It ends on 25 June 2026, a Thursday. Or ring on Rāpare 14 May 2026, or on Friday.',
  *check({ passages, asAt }) {
    if (asAt === undefined) return;
    for (const passage of passages) {
      for (const date of datesIn(passage, asAt)) {
        const { day } = date;
        const weekday = date.weekday ?? namedBeside(passage.words, date);
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

/* The days of the week in te reo Māori, both ways that are in use; the index is 0 for Sunday. */
const inReo = [
  ['Rātapu'],
  ['Rāhina', 'Mane'],
  ['Rātū', 'Tūrei'],
  ['Rāapa', 'Wenerei'],
  ['Rāpare', 'Tāite'],
  ['Rāmere', 'Paraire'],
  ['Rāhoroi', 'Hātarei'],
];
const inEnglish = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const reoBefore = new RegExp(
  `(?<![\\p{L}\\p{M}])(?<name>${inReo.flat().join('|')}),?\\s+(?:te\\s+)?$`,
  'u',
);
const after = /^,?\s+(?:which (?:is|was|falls on) )?(?:an?\s+)(?<name>\w+day)\b/i;

/** The weekday before a date in te reo Māori, or after it: “26 June 2026, a Friday”. */
function namedBeside(words: string, { from, to }: WrittenDate): WrittenDate['weekday'] {
  const before = reoBefore.exec(words.slice(Math.max(0, from - 14), from));
  if (before) {
    const name = before.groups?.['name'] ?? '';
    const start = from - before[0].length;
    const index = inReo.findIndex((names) => names.includes(name));
    return { index, from: start, to: start + name.length };
  }
  const next = after.exec(words.slice(to, to + 40));
  const name = next?.groups?.['name'] ?? '';
  const index = inEnglish.indexOf(name.toLowerCase());
  if (!next || index < 0) return undefined;
  return { index, from: to + next[0].length - name.length, to: to + next[0].length };
}
