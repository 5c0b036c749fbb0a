import { addDays, isWeekend } from './plain-date.ts';
import { anniversaryDays, publicHoliday } from './public-holidays.ts';

/** Whether the whole country is at work. */
export const isWorkingDay = (day: string): boolean =>
  !isWeekend(day) && publicHoliday(day) === undefined;

/**
 * Why people are not at work on a day, to complete "Monday 1 June 2026 is …".
 * @returns nothing where they are; `everywhere` is false for what only some regions keep
 */
export function closureOn(day: string): { why: string; everywhere: boolean } | undefined {
  const holiday = publicHoliday(day);
  if (holiday) return { why: `a public holiday: ${holiday}`, everywhere: true };
  if (isWeekend(day)) return { why: 'on a weekend', everywhere: true };
  const regions = anniversaryDays(day);
  if (regions.length === 0) return undefined;
  const why = `the anniversary day of ${regions.join(' and ')}, where people are away`;
  return { why, everywhere: false };
}

/**
 * The number of working days after `from`, up to and with `to`; negative where `to` is earlier.
 * More than a month apart counts as a month: nobody asks for more.
 */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  let day = addDays(from, 1);
  for (let steps = 0; day <= to && steps < 31; steps++) {
    if (isWorkingDay(day)) count++;
    day = addDays(day, 1);
  }
  return count;
}
