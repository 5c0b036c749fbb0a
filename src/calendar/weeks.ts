import { addDays, weekdayOf } from '../dates/plain-date.ts';
import { anniversaryDays, publicHoliday } from '../dates/public-holidays.ts';
import { isSchoolHoliday, schoolTerms } from '../dates/school-terms.ts';
import type { Happening } from './happenings.ts';

/** One day of a calendar. */
export interface CalendarDay {
  /** YYYY-MM-DD */
  day: string;
  /** What everybody has: public holidays, anniversary days, the first and last days of terms, in words. */
  marks: string[];
  isHoliday: boolean;
  happenings: Happening[];
}

/** One week of a calendar, from Monday. */
export interface CalendarWeek {
  monday: string;
  /** "Term 2, week 4", "School holidays"; empty where the table of terms tells nothing. */
  term: string;
  days: CalendarDay[];
}

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/* So many weeks are shown at least, and at most. */
const [fewest, most] = [5, 26];

/**
 * The weeks from that of `today` to the last in which anything is announced: a month at least, and half a year
 * at most. What began before stands on its first day in them.
 * @param today the day in New Zealand, YYYY-MM-DD
 */
export function weeksFrom(today: string, happenings: readonly Happening[]): CalendarWeek[] {
  const first = mondayOf(today);
  const shown = happenings.filter(({ to }) => to >= first);
  const last = shown.map(({ from }) => from).reduce((a, b) => (a > b ? a : b), first);
  const count = Math.min(most, Math.max(fewest, weeksBetween(first, mondayOf(last)) + 1));
  const byDay = Map.groupBy(shown, ({ from }) => (from < first ? today : from));
  return Array.from({ length: count }, (_, index) => weekOf(addDays(first, index * 7), byDay));
}

function weekOf(monday: string, byDay: ReadonlyMap<string, Happening[]>): CalendarWeek {
  const days = Array.from({ length: 7 }, (_, index): CalendarDay => {
    const day = addDays(monday, index);
    return {
      day,
      marks: marksOf(day),
      isHoliday: publicHoliday(day) !== undefined,
      happenings: byDay.get(day) ?? [],
    };
  });
  return { monday, term: termOf(monday), days };
}

function marksOf(day: string): string[] {
  const holiday = publicHoliday(day);
  const regions = anniversaryDays(day);
  const starts = schoolTerms.find(({ first }) => first === day);
  const ends = schoolTerms.find(({ last }) => last === day);
  return [
    ...(holiday === undefined ? [] : [holiday[0]?.toUpperCase() + holiday.slice(1)]),
    ...regions.map((region) => `${region} anniversary day`),
    ...(starts ? [`Term ${starts.number} starts${starts.number === 1 ? ' from today' : ''}`] : []),
    ...(ends ? [`Term ${ends.number} ends`] : []),
  ];
}

function termOf(monday: string): string {
  const friday = addDays(monday, 4);
  const term = schoolTerms.find(({ first, last }) => first <= friday && last >= monday);
  if (!term) return isSchoolHoliday(monday) ? 'School holidays' : '';
  // Schools choose their own first week of Term 1.
  if (term.number === 1) return 'Term 1';
  return `Term ${term.number}, week ${weeksBetween(mondayOf(term.first), monday) + 1}`;
}

const weeksBetween = (monday: string, later: string) =>
  Math.round((Date.parse(later) - Date.parse(monday)) / (7 * 24 * 3_600_000));
