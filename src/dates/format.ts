import { asUtc } from './plain-date.ts';

/*
 * How dates and times are written, after the New Zealand government content guidance:
 * day month year without ordinals, 12-hour times closed up to am and pm, both ends of a
 * range in full with "to". Days are YYYY-MM-DD and times YYYY-MM-DDTHH:MM, both in
 * New Zealand (Pacific/Auckland).
 */

/* Made once for each form, and used once for each day: making one takes far longer than using it, and both far longer than looking it up. */
function formatter(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat('en-NZ', { timeZone: 'UTC', ...options });
  const written = new Map<string, string>();
  return (day) => {
    const known = written.get(day) ?? format.format(asUtc(day));
    written.set(day, known);
    return known;
  };
}

/** "8 May 2026" */
export const formatDate = formatter({ day: 'numeric', month: 'long', year: 'numeric' });

/** "8 May" */
export const formatDayMonth = formatter({ day: 'numeric', month: 'long' });

/** "Friday" */
export const formatWeekday = formatter({ weekday: 'long' });

/** "Friday 15 May 2026" */
export const formatLongDate = (day: string) => `${formatWeekday(day)} ${formatDate(day)}`;

/** "Friday 15 May", for places where the year stands nearby. */
export const formatShortDate = (day: string) => `${formatWeekday(day)} ${formatDayMonth(day)}`;

/** "May 2026" */
export const formatMonth = formatter({ month: 'long', year: 'numeric' });

/**
 * "1 January to 2 April 2026"; the year once where both ends share it. With times "6pm, Friday 12 June 2026 to
 * 7am, Monday 15 June 2026", or within a day "6pm to 7:30pm, Friday 12 June 2026".
 */
export function formatPeriod(from: string, to: string): string {
  if (!isWholeDay(from)) {
    return from.slice(0, 10) === to.slice(0, 10)
      ? `${formatTimes(from, to)}, ${formatLongDate(from.slice(0, 10))}`
      : `${formatDayOrTime(from)} to ${formatDayOrTime(to)}`;
  }
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? formatDayMonth(from) : formatDate(from)} to ${formatDate(to)}`;
}

/** "11am", "7:45am", "midday", "midnight" */
export function formatTime(localTime: string): string {
  const hour = Number(localTime.slice(11, 13));
  const minute = Number(localTime.slice(14, 16));
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Friday 15 May 2026", or "5pm, Friday 15 May 2026" where there is a time. */
export const formatDayOrTime = (dayOrTime: string): string =>
  withTime(dayOrTime, formatLongDate(dayOrTime.slice(0, 10)));

/** "Friday", or "5pm, Friday" where there is a time. */
export const formatWeekdayOrTime = (dayOrTime: string): string =>
  withTime(dayOrTime, formatWeekday(dayOrTime.slice(0, 10)));

/** "15 May", or "5pm, 15 May" where there is a time. */
export const formatDayMonthOrTime = (dayOrTime: string): string =>
  withTime(dayOrTime, formatDayMonth(dayOrTime.slice(0, 10)));

const withTime = (dayOrTime: string, day: string) =>
  isWholeDay(dayOrTime) ? day : `${formatTime(dayOrTime)}, ${day}`;

/** Whether it is a day YYYY-MM-DD without a time. */
export const isWholeDay = (dayOrTime: string): boolean => !dayOrTime.includes('T');

/** "11am to 11:45am" */
export const formatTimes = (start: string, end: string) =>
  `${formatTime(start)} to ${formatTime(end)}`;
