/** Whether `text` (YYYY-MM-DD) names a day of the Gregorian calendar, so not 31 April. */
export function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Midnight UTC of a plain date: a handle for arithmetic and formatting, never a moment in time. */
export function asUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day `count` days after `day`; negative counts go back. */
export function addDays(day: string, count: number): string {
  const date = asUtc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The day of the week of a plain date, 0 for Sunday. */
export const weekdayOf = (day: string): number => asUtc(day).getUTCDay();

/** Saturday or Sunday. */
export const isWeekend = (day: string): boolean => weekdayOf(day) % 6 === 0;
