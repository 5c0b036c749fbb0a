import { asUtc, isRealDate } from '../../dates/plain-date.ts';
import type { Passage } from '../reading/page.ts';

/** A date as somebody wrote it. */
export interface WrittenDate {
  from: number;
  to: number;
  /** The day, YYYY-MM-DD; without a year in the text, the one nearest to the date of the document. */
  day: string;
  yearGiven: boolean;
  /** The weekday beside it, 0 for Sunday, and where it stands. */
  weekday?: { index: number; from: number; to: number };
}

const weekday = '(?:Sun|Mon|Tue|Tues|Wed|Weds|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur)(?:day)?';
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const dayNumber = '(?<![\\d:.,$])\\d{1,2}(?:st|nd|rd|th)?';

const one = `(?:\\b${weekday}\\b\\.?,?\\s+(?:the\\s+)?)?${dayNumber}`;

const dayFirst = new RegExp(
  `(?<days>(?:${one}\\s*(?:–|-|to\\b|and\\b|or\\b|,|&)\\s*(?:and\\s+)?){0,6}${one})\\s+(?:of\\s+)?(?<m>${month})\\b(?:\\.?,?\\s+(?<y>\\d{4})\\b)?`,
  'dg',
);
const monthFirst = new RegExp(
  `(?<before>\\b${weekday}\\b\\.?,?\\s+)?\\b(?<m>${month})\\.?\\s+(?<days>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*[:%]|\\s+(?:${month}))(?:,?\\s+(?<y>\\d{4})\\b)?`,
  'dg',
);

/** One day of a list such as "Monday 18, Tuesday 19 and Wednesday 20". */
const inner = new RegExp(
  `(?:(?<weekday>\\b${weekday}\\b)\\.?,?\\s+(?:the\\s+)?)?(?<day>\\d{1,2})(?!\\d)`,
  'g',
);

/**
 * Every date in the author's words, "Tuesday 12 May", "Monday 4 and Tuesday 5 May 2026", "May 15, 2026".
 * @param asAt the day of the document, YYYY-MM-DD: a date without a year is the nearest to it
 */
export const datesIn = (passage: Pick<Passage, 'words'>, asAt: string): WrittenDate[] =>
  remembered(typed, passage, passage.words, asAt);

/** The same of the words as a reader gets them: those that `<Day>` and its like print are among them. */
export const printedDatesIn = (passage: Pick<Passage, 'text'>, asAt: string): WrittenDate[] =>
  remembered(printed, passage, passage.text, asAt);

type Remembered = WeakMap<object, { asAt: string; dates: WrittenDate[] }>;

/* Several rules ask for the same passage. */
const typed: Remembered = new WeakMap();
const printed: Remembered = new WeakMap();

function remembered(known: Remembered, passage: object, words: string, asAt: string) {
  const before = known.get(passage);
  if (before?.asAt === asAt) return before.dates;
  const dates = /\d/.test(words) ? findDates(words, asAt) : [];
  known.set(passage, { asAt, dates });
  return dates;
}

function findDates(words: string, asAt: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const pattern of [dayFirst, monthFirst]) {
    for (const match of words.matchAll(pattern)) {
      const { days = '', m = '', y, before = '' } = match.groups ?? {};
      const start = match.indices?.groups?.['days']?.[0] ?? match.index;
      for (const part of days.matchAll(inner)) {
        const written = part.groups?.['day'] ?? '';
        const name = part.groups?.['weekday'] ?? /[A-Za-z]+/.exec(before)?.[0];
        const day = resolve(Number.parseInt(written, 10), m, y, asAt);
        if (day === undefined) continue;
        const index = weekdayIndex(name);
        const from = part.groups?.['weekday'] ? start + part.index : match.index;
        found.push({
          from: match.index,
          to: match.index + match[0].length,
          day,
          yearGiven: y !== undefined,
          ...(name !== undefined &&
            index !== undefined && { weekday: { index, from, to: from + name.length } }),
        });
      }
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const weekdayIndex = (word: string | undefined) => {
  const index = weekdays.indexOf((word ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index;
};

function resolve(day: number, name: string, year: string | undefined, asAt: string) {
  const number = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const on = (one: number) =>
    `${String(one).padStart(4, '0')}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== undefined) return isRealDate(on(Number(year))) ? on(Number(year)) : undefined;
  const own = Number(asAt.slice(0, 4));
  const distance = (text: string) => Math.abs(asUtc(text).getTime() - asUtc(asAt).getTime());
  return [own, own - 1, own + 1]
    .map(on)
    .filter(isRealDate)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}
