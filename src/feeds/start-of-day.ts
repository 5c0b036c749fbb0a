import { localTimeAt } from '../dates/new-zealand.ts';

/**
 * The beginning of a day in New Zealand with its offset (RFC 3339), so that the day can be read off
 * it anywhere: 2026-05-08T00:00:00+12:00.
 * @param day YYYY-MM-DD
 */
export function startOfDay(day: string): string {
  const summer = new Date(`${day}T00:00:00+13:00`);
  const offset = localTimeAt(summer) === `${day}T00:00` ? '+13:00' : '+12:00';
  return `${day}T00:00:00${offset}`;
}
