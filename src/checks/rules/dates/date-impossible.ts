import { formatLongDate } from '../../../dates/format.ts';
import { addDays, isRealDate } from '../../../dates/plain-date.ts';
import { instantInNewZealand } from '../../../dates/new-zealand.ts';
import { datesIn } from '../../language/dates-in-text.ts';
import { findIn } from '../../language/find-in.ts';
import type { Passage } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';
import { timesIn } from '../../language/times-in-text.ts';

const names =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/* Only these days are missing from some months; a number beyond 31 is rarely meant as a day. */
const written = new RegExp(
  `(?<![\\d:.,$/-])(?<day>29|30|31)(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>(?:${names.join('|')}|Feb|Apr|Jun|Sept?|Nov)\\b)(?:\\.?,?\\s+(?<year>\\d{4})\\b)?`,
  'g',
);

export default {
  id: 'date/impossible',
  severity: 'error',
  runs: 'text',
  why: 'A day that the month does not have is a slip, and each reader guesses another day for it.',
  failing: {
    example:
      'Send it by 31 June 2026. It began on 29 February 2027 and ended on 31 April.\n\nAS-CMS is closed from 2:30am on Sunday 27 September 2026.',
    finds: ['31 June 2026', '29 February 2027', '31 April', '2:30am'],
  },
  passing:
    'Send it by 30 June 2026. It began on 29 February 2028 and ended on 31 May.\n\nDaylight saving begins at 2am on Sunday 27 September 2026. AS-CMS is closed from 3:30am, and from 2:30am on Sunday 4 October 2026.',
  *check({ passages, asAt }) {
    for (const passage of passages) {
      if (asAt !== undefined) yield* skippedTimes(passage, asAt);
      for (const { text, place, groups } of findIn(passage, written)) {
        const { day = '', month = '', year } = groups;
        const number = names.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1;
        // Without its year, 29 February may be that of a leap year.
        const on = (one: string) => `${year ?? '2028'}-${String(number).padStart(2, '0')}-${one}`;
        if (isRealDate(on(day))) continue;
        const last = addDays(on('28'), isRealDate(on('29')) ? (isRealDate(on('30')) ? 2 : 1) : 0);
        const meant = formatLongDate(last).replace(/^\w+ /, '');
        yield {
          at: place,
          message: `There is no “${text}”.`,
          suggestion: `Correct the date; the last day of that month is ${year ? meant : meant.replace(/ \d+$/, '')}.`,
        };
      }
    }
  },
} satisfies PageRule;

/** Times between 2am and 3am on the night on which daylight saving begins: clocks go from 2am to 3am. */
function* skippedTimes(passage: Passage, asAt: string): Generator<Fault> {
  if (!/\b2[:.]\d\d\s*a/i.test(passage.words)) return;
  const nights = datesIn(passage, asAt).filter(({ day }) => !instantInNewZealand(`${day}T02:30`));
  for (const { from, to, right } of timesIn(passage.words)) {
    const night = nights.find((one) => Math.max(one.from - to, from - one.to) < 40);
    if (!night || !/\b2:\d\dam/.test(right)) continue;
    yield {
      at: passage.place(from, to),
      message: `There is no ${right} on ${formatLongDate(night.day)}: daylight saving begins, and clocks go from 2am to 3am.`,
      suggestion: 'Name a time before 2am or from 3am on.',
    };
  }
}
