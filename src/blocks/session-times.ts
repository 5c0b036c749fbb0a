import {
  formatLongDate,
  formatPeriod,
  formatTime,
  formatTimes,
  formatWeekday,
  isWholeDay,
} from '../dates/format.ts';

/** When a session is, as its author wrote it: wall-clock times of New Zealand, or whole days. */
export interface SessionTimes {
  start: string;
  end?: string | undefined;
}

/** When it ends: a time, or the last of its whole days. */
export const endOf = ({ start, end }: SessionTimes): string => end ?? start;

/** When it is over, to compare with a wall-clock time: a day lasts to its midnight. */
export const overAt = (session: SessionTimes): string =>
  isWholeDay(session.start) ? `${endOf(session)}T24:00` : endOf(session);

/**
 * When a session is, in two lines: "11am to 11:45am" and "Tuesday 19 May 2026", or "All day" and "Monday
 * 1 June to Wednesday 3 June 2026"; and in one, where its first day stands nearby.
 */
export function sessionWhen(session: SessionTimes): { times: string; days: string; line: string } {
  const { start } = session;
  const end = endOf(session);
  const [first, last] = [start.slice(0, 10), end.slice(0, 10)];
  if (isWholeDay(start)) {
    const line = last === first ? 'All day' : `All day, to ${formatLongDate(last)}`;
    return { times: 'All day', days: daysInWords(first, last), line };
  }
  // Midnight ends the day before it.
  if (last === first || end.endsWith('T00:00')) {
    const times = formatTimes(start, end);
    return { times, days: formatLongDate(first), line: times };
  }
  const until = `to ${formatTime(end)}, ${formatLongDate(last)}`;
  const times = `From ${formatTime(start)}, ${formatLongDate(first)}`;
  return { times, days: until, line: `From ${formatTime(start)} ${until}` };
}

function daysInWords(first: string, last: string): string {
  if (last === first) return formatLongDate(first);
  const [from, to] = formatPeriod(first, last).split(' to ');
  return `${formatWeekday(first)} ${from} to ${formatWeekday(last)} ${to}`;
}
