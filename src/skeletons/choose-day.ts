import { isWorkingDay } from '../dates/working-days.ts';
import { formatDate, formatWeekday } from '../dates/format.ts';
import { addDays, isRealDate } from '../dates/plain-date.ts';

/**
 * The day of the next edition, where nobody says it: after today, not on a weekend or a public holiday,
 * without an edition, and on the weekday of the newest edition, since readers know that one.
 * @param taken the days that have an edition, YYYY-MM-DD
 * @param today the present day in New Zealand
 * @returns the day, and why, to complete "Friday 12 June 2026, …"
 */
export function chooseDay(taken: ReadonlySet<string>, today: string): { day: string; why: string } {
  const newest = [...taken].filter(isRealDate).toSorted().at(-1);
  const isFree = (day: string) =>
    !taken.has(day) &&
    isWorkingDay(day) &&
    (newest === undefined || formatWeekday(day) === formatWeekday(newest));
  let day = addDays(today, 1);
  while (!isFree(day)) day = addDays(day, 1);
  const why =
    newest === undefined
      ? 'the next working day'
      : `the next free ${formatWeekday(day)}, because the edition of ${formatDate(newest)} came out on a ${formatWeekday(day)} too`;
  return { day, why };
}
