import { formatLongDate, formatTime } from '../../dates/format.ts';
import { dayAt, localTimeAt } from '../../dates/new-zealand.ts';

/** "at 9:05am", or of another day than today "at 9:05am on Friday 8 May 2026" */
export function when(moment: string, now: Date): string {
  const time = localTimeAt(new Date(moment));
  const day = time.slice(0, 10);
  return `at ${formatTime(time)}${day === dayAt(now) ? '' : ` on ${formatLongDate(day)}`}`;
}
