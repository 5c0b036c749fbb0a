import { addDays, isWeekend, weekdayOf } from './plain-date.ts';

/*
 * Public holidays follow the Holidays Act 2003, sections 44 to 45A, with the moves to a Monday or
 * Tuesday of its sections 45 and 45A. Matariki: Te Kāhui o Matariki Public Holiday Act 2022, schedule 1.
 * Anniversary days: the customary dates that employment.govt.nz lists. Days are YYYY-MM-DD.
 */

const matariki: Record<string, string> = {
  2024: '06-28',
  2025: '06-20',
  2026: '07-10',
  2027: '06-25',
  2028: '07-14',
  2029: '07-06',
  2030: '06-21',
  2031: '07-11',
  2032: '07-02',
  2033: '06-24',
  2034: '07-07',
  2035: '06-29',
  2036: '07-18',
  2037: '07-10',
  2038: '06-25',
  2039: '07-15',
  2040: '07-06',
  2041: '07-19',
  2042: '07-11',
  2043: '07-03',
  2044: '06-24',
  2045: '07-07',
  2046: '06-29',
  2047: '07-19',
  2048: '07-03',
  2049: '06-25',
  2050: '07-15',
  2051: '06-30',
  2052: '06-21',
};

/** The public holiday on a day, where the whole country has one. */
export const publicHoliday = (day: string): string | undefined => yearOf(day).national.get(day);

/** The next public holidays of the whole country from a day on, each with its day; as they are observed. */
export const nextHolidays = (
  day: string,
  count: number,
): (readonly [day: string, name: string])[] =>
  [0, 1, 2]
    .flatMap((later) => [...yearOf(String(Number(day.slice(0, 4)) + later)).national])
    .filter(([on]) => on >= day)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([on, name]) => [on, `${name[0]?.toUpperCase()}${name.slice(1)}`] as const)
    .slice(0, count);

/** The anniversary days on a day, by region. */
export const anniversaryDays = (day: string): readonly string[] =>
  [...yearOf(day).regional].filter(([, on]) => on === day).map(([region]) => region);

interface Year {
  national: Map<string, string>;
  regional: Map<string, string>;
}

const years = new Map<string, Year>();

function yearOf(day: string): Year {
  const year = day.slice(0, 4);
  const known = years.get(year);
  if (known) return known;
  const made = { national: nationalHolidays(year), regional: anniversaries(year) };
  years.set(year, made);
  return made;
}

function nationalHolidays(year: string): Map<string, string> {
  const easter = easterSunday(Number(year));
  const days = new Map<string, string>([
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [nth(`${year}-06-01`, 1, 1), 'King’s Birthday'],
    [labourDay(year), 'Labour Day'],
  ]);
  const star = matariki[year];
  if (star) days.set(`${year}-${star}`, 'Matariki');
  for (const [on, name] of [
    ['02-06', 'Waitangi Day'],
    ['04-25', 'Anzac Day'],
  ] as const) {
    const day = `${year}-${on}`;
    days.set(day, name);
    if (isWeekend(day)) days.set(nth(day, 1, 1), `${name}, observed`);
  }
  for (const [first, names] of [
    ['01-01', ['New Year’s Day', 'the day after New Year’s Day']],
    ['12-25', ['Christmas Day', 'Boxing Day']],
  ] as const) {
    for (const [index, name] of names.entries()) {
      const day = addDays(`${year}-${first}`, index);
      days.set(day, name);
      // Saturday to Monday, Sunday to Tuesday (section 45).
      if (isWeekend(day)) days.set(addDays(day, 2), `${name}, observed`);
    }
  }
  return days;
}

function anniversaries(year: string): Map<string, string> {
  const easter = easterSunday(Number(year));
  const firstTuesday = nth(`${year}-11-01`, 2, 1);
  return new Map([
    ['Wellington', nearestMonday(`${year}-01-22`)],
    ['Auckland', nearestMonday(`${year}-01-29`)],
    ['Northland', nearestMonday(`${year}-01-29`)],
    ['Nelson', nearestMonday(`${year}-02-01`)],
    ['Taranaki', nth(`${year}-03-01`, 1, 2)],
    ['Otago', nearestMonday(`${year}-03-23`)],
    ['Southland', addDays(easter, 2)],
    ['South Canterbury', nth(`${year}-09-01`, 1, 4)],
    ['Hawke’s Bay', addDays(labourDay(year), -3)],
    ['Marlborough', addDays(labourDay(year), 7)],
    ['Canterbury', nth(addDays(firstTuesday, 1), 5, 2)],
    ['Chatham Islands', nearestMonday(`${year}-11-30`)],
    ['Westland', nearestMonday(`${year}-12-01`)],
  ]);
}

const labourDay = (year: string) => nth(`${year}-10-01`, 1, 4);

/** The `count`th day with a weekday (0 for Sunday), on or after `from`. */
function nth(from: string, weekday: number, count: number): string {
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  return addDays(from, ahead + 7 * (count - 1));
}

/** The Monday nearest to a day: Friday to Sunday go forward, Tuesday to Thursday go back. */
function nearestMonday(day: string): string {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 0 ? 1 : weekday <= 4 ? 1 - weekday : 8 - weekday);
}

/** Easter Sunday in the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = Math.floor((a + 11 * d + 22 * e) / 451);
  const n = d + e - 7 * f + 114;
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}
