import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { findAll } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

const days: Record<string, string> = {
  sun: 'Sunday',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
};
const months: Record<string, string> = {
  jan: 'January',
  feb: 'February',
  mar: 'March',
  apr: 'April',
  jun: 'June',
  jul: 'July',
  aug: 'August',
  sep: 'September',
  oct: 'October',
  nov: 'November',
  dec: 'December',
};
const weekday =
  /\b(?:(?<plain>Tues|Weds|Thurs?|Tues)|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?=\.?,?\s+\d))\b(?:\.(?=\s+\d))?/g;
const month =
  /(?<=\d(?:st|nd|rd|th)?\s)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?:\.(?=\s+[\p{Ll}\d]))?|\b(?:Jan|Feb|Apr|Jul|Aug|Sept|Oct|Nov|Dec)\b\.?(?=\s\d)/gu;
/* As in file names and spreadsheets, not within a name or an address. */
const figures = /(?<![\w/.-])20\d{2}-\d{2}-\d{2}(?![\w/-]|\.\w)/g;

export default {
  id: 'date/format',
  severity: 'warning',
  runs: 'text',
  why: 'Days and months in full are read aloud right, and look the same everywhere.',
  failing: {
    example: 'Join us on Tues 19 May or Wed 8 Oct. Write by 2026-05-15.',
    finds: ['Tues', 'Wed', 'Oct', '2026-05-15'],
  },
  passing:
    'Join us on Tuesday 19 May. Mark and Jan sat in the sun with Wed Smith. Its name is notes-2026-05-15.pdf.',
  *check(page) {
    for (const { text, place, quoted } of findAll(page, figures)) {
      if (!isRealDate(text)) continue;
      const right = formatDate(text);
      yield {
        at: place,
        message: `Write “${right}”, not “${text}”.`,
        suggestion: right,
        fix: quoted ? undefined : right,
      };
    }
    for (const [pattern, names] of [
      [weekday, days],
      [month, months],
    ] as const) {
      for (const { text, place, quoted } of findAll(page, pattern)) {
        const right = names[text.slice(0, 3).toLowerCase()];
        if (right === undefined) continue;
        yield {
          at: place,
          message: `Write “${right}” in full, not “${text}”.`,
          suggestion: right,
          fix: quoted ? undefined : right,
        };
      }
    }
  },
} satisfies PageRule;
