import { describe, expect, it } from 'vitest';
import { addDays } from './plain-date.ts';
import { anniversaryDays, publicHoliday } from './public-holidays.ts';

const daysOf = (year: number) =>
  Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index));

describe('public holidays', () => {
  it.each([
    ['2025-04-18', 'Good Friday'],
    ['2025-06-20', 'Matariki'],
    ['2025-10-27', 'Labour Day'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-04-25', 'Anzac Day'],
    ['2026-04-27', 'Anzac Day, observed'],
    ['2026-06-01', 'King’s Birthday'],
    ['2026-07-10', 'Matariki'],
    ['2026-10-26', 'Labour Day'],
    ['2026-12-28', 'Boxing Day, observed'],
    ['2027-01-04', 'the day after New Year’s Day, observed'],
    ['2027-02-08', 'Waitangi Day, observed'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2027-04-26', 'Anzac Day, observed'],
    ['2027-06-07', 'King’s Birthday'],
    ['2027-06-25', 'Matariki'],
    ['2027-10-25', 'Labour Day'],
    ['2027-12-27', 'Christmas Day, observed'],
    ['2027-12-28', 'Boxing Day, observed'],
  ])('knows %s as %s', (day, name) => {
    expect(publicHoliday(day)).toBe(name);
  });

  it('takes no other day for a holiday', () => {
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    // Eleven holidays, and Anzac Day and Boxing Day once more where they are observed.
    expect(days.filter((day) => publicHoliday(day) !== undefined)).toHaveLength(13);
  });

  it.each([
    ['2026-01-19', ['Wellington']],
    ['2026-01-26', ['Auckland', 'Northland']],
    ['2026-02-02', ['Nelson']],
    ['2026-03-09', ['Taranaki']],
    ['2026-03-23', ['Otago']],
    ['2026-04-07', ['Southland']],
    ['2026-09-28', ['South Canterbury']],
    ['2026-10-23', ['Hawke’s Bay']],
    ['2026-11-02', ['Marlborough']],
    ['2026-11-13', ['Canterbury']],
    ['2026-11-30', ['Chatham Islands', 'Westland']],
    ['2026-05-12', []],
    ['2027-01-25', ['Wellington']],
    ['2027-02-01', ['Auckland', 'Northland', 'Nelson']],
    ['2027-03-08', ['Taranaki']],
    ['2027-03-22', ['Otago']],
    ['2027-03-30', ['Southland']],
    ['2027-09-27', ['South Canterbury']],
    ['2027-10-22', ['Hawke’s Bay']],
    ['2027-11-01', ['Marlborough']],
    ['2027-11-12', ['Canterbury']],
    ['2027-11-29', ['Chatham Islands', 'Westland']],
  ])('knows the anniversary days of %s', (day, regions) => {
    expect(anniversaryDays(day)).toEqual(regions);
  });

  it('knows a Matariki for every year of the Act, each a Friday in June or July', () => {
    for (let year = 2024; year <= 2052; year++) {
      const days = daysOf(year).filter((day) => publicHoliday(day) === 'Matariki');
      expect(days, String(year)).toHaveLength(1);
      expect(days[0]).toMatch(/-0[67]-/);
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay(), days[0]).toBe(5);
    }
    expect(daysOf(2053).map(publicHoliday)).not.toContain('Matariki');
  });
});
