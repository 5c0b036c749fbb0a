import { describe, expect, it } from 'vitest';
import { addDays } from './plain-date.ts';
import { publicHoliday } from './public-holidays.ts';
import { isSchoolHoliday, schoolTermOn } from './school-terms.ts';
import { workingDaysBetween } from './working-days.ts';

const daysOf = (year: number) =>
  Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index));

describe('school terms', () => {
  it('has terms that begin after a weekend or a holiday and end before a weekend or Easter', () => {
    const days = [2025, 2026, 2027]
      .flatMap(daysOf)
      .filter((day) => isSchoolHoliday(day) !== undefined);
    const starts = days.filter(
      (day, at) => !isSchoolHoliday(day) && isSchoolHoliday(days[at - 1] ?? '') !== false,
    );
    const ends = days.filter(
      (day, at) => !isSchoolHoliday(day) && isSchoolHoliday(days[at + 1] ?? '') !== false,
    );
    // In 2027 the first days are a Thursday in January and the Tuesday after Anzac Day.
    for (const day of starts.filter((one) => one !== '2027-01-28'))
      expect(workingDaysBetween(addDays(day, -3), addDays(day, -1)), day).toBe(0);
    for (const day of ends) expect(workingDaysBetween(day, addDays(day, 3)), day).toBeLessThan(2);
    expect([starts.length, ends.length]).toEqual([12, 12]);
  });

  it('leaves schools that begin last in 2027 the 380 half-days for which they must be open', () => {
    // Wednesday 3 February is the last day to begin; Easter Tuesday is closed, and no public holiday.
    const closed = (day: string) =>
      [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ||
      publicHoliday(day) !== undefined ||
      publicHoliday(addDays(day, -1)) === 'Easter Monday';
    const open = daysOf(2027).filter(
      (day) => day >= '2027-02-03' && isSchoolHoliday(day) === false && !closed(day),
    );
    expect(open.length * 2).toBe(380);
  });

  it('knows when schools are between terms, and where its table ends', () => {
    expect(isSchoolHoliday('2026-04-10')).toBe(true);
    expect(isSchoolHoliday('2026-04-20')).toBe(false);
    expect(isSchoolHoliday('2026-07-04')).toBe(true);
    expect(isSchoolHoliday('2031-07-04')).toBeUndefined();
  });

  it('counts the weeks of a term from the Monday of its first', () => {
    expect(schoolTermOn('2026-04-20')).toEqual({ term: 2, week: 1 });
    expect(schoolTermOn('2026-05-15')).toEqual({ term: 2, week: 4 });
    expect(schoolTermOn('2027-02-01')).toEqual({ term: 1, week: 2 });
    expect(schoolTermOn('2026-12-18')).toEqual({ term: 4, week: 10 });
    expect(schoolTermOn('2026-04-10')).toBe('holidays');
    expect(schoolTermOn('2031-07-04')).toBeUndefined();
  });
});
