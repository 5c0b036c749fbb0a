import { addDays, asUtc, weekdayOf } from './plain-date.ts';

/*
 * School terms: Ministry of Education, "School terms and holiday dates"
 * (https://www.education.govt.nz/school/school-terms-and-holiday-dates/); those of 2027 as the New Zealand
 * Gazette of 16 October 2025 revised them. Add a year once it is published there: what is not in the table
 * is not guessed, and the checks say so. Days are YYYY-MM-DD.
 */

/** First and last day of each term; schools choose their own first day of Term 1 within two weeks. */
const terms: readonly (readonly [first: string, last: string])[] = [
  ['2025-01-27', '2025-04-11'],
  ['2025-04-28', '2025-06-27'],
  ['2025-07-14', '2025-09-19'],
  ['2025-10-06', '2025-12-19'],
  ['2026-01-26', '2026-04-02'],
  ['2026-04-20', '2026-07-03'],
  ['2026-07-20', '2026-09-25'],
  ['2026-10-12', '2026-12-18'],
  ['2027-01-28', '2027-04-09'],
  ['2027-04-27', '2027-07-02'],
  ['2027-07-19', '2027-09-24'],
  ['2027-10-11', '2027-12-17'],
];

/** The last day of which the table of terms tells anything. */
export const lastTermDay = terms.at(-1)?.[1] ?? '';

/** Whether schools are between terms; undefined for a year that the table does not have. */
export function isSchoolHoliday(day: string): boolean | undefined {
  if (day < (terms[0]?.[0] ?? '') || day > lastTermDay) return undefined;
  return !terms.some(([from, to]) => from <= day && day <= to);
}

/** A week of a school term, both counted from 1; weeks begin on a Monday. */
export interface TermWeek {
  term: number;
  week: number;
}

/** Where in the school year a day is; undefined for a year that the table does not have. */
export function schoolTermOn(day: string): TermWeek | 'holidays' | undefined {
  const isHoliday = isSchoolHoliday(day);
  if (isHoliday === undefined) return undefined;
  const index = terms.findIndex(([from, to]) => from <= day && day <= to);
  const [first] = terms[index] ?? [];
  if (isHoliday || first === undefined) return 'holidays';
  const monday = addDays(first, -((weekdayOf(first) + 6) % 7));
  const days = (asUtc(day).getTime() - asUtc(monday).getTime()) / 86_400_000;
  return { term: (index % 4) + 1, week: Math.floor(days / 7) + 1 };
}
