import { formatDayMonthOrTime, formatShortDate, formatTime } from '../dates/format.ts';
import type { ItemTime, OutlineEntry } from '../document/outline.ts';
import { isOver, isPast, labelWords, type Present } from './present.ts';

/* More dates than these are told by their number, the first and the last. */
const most = 3;

const list = new Intl.ListFormat('en-NZ');

/**
 * What an item asks, in a list of contents: "Action required by 15 May", "Save the date: Tuesday 19 May at
 * 11am"; empty of what is only for information. A page that knows its day leaves out dates that have been, and says so where all have.
 */
export function askedWords(entry: OutlineEntry, present?: Present): string {
  const { due, times } = entry;
  const over = isOver(entry, present);
  if (times.length > 0) {
    const left = times.filter(({ lastDay }) => !isPast(lastDay, present));
    return over
      ? `Past: ${timesWords(times)}`
      : `${labelWords(entry, present)}: ${timesWords(left)}`;
  }
  if (due !== undefined)
    return over
      ? `Past: due ${formatDayMonthOrTime(due)}`
      : `${labelWords(entry, present)} by ${formatDayMonthOrTime(due)}`;
  if (entry.action === 'for-information') return '';
  return over ? `${labelWords(entry, present)}; it may be closed` : labelWords(entry, present);
}

function timesWords(times: readonly ItemTime[]): string {
  const [first] = times;
  const last = times.at(-1);
  if (!first || !last) return '';
  return times.length > most
    ? `${times.length} dates from ${formatShortDate(dayOf(first))} to ${formatShortDate(last.lastDay)}`
    : list.format(times.map(timeWords));
}

const dayOf = ({ start }: ItemTime) => start.slice(0, 10);

function timeWords(time: ItemTime): string {
  const day = dayOf(time);
  if (time.lastDay !== day) return `${formatShortDate(day)} to ${formatShortDate(time.lastDay)}`;
  return time.start === day
    ? formatShortDate(day)
    : `${formatShortDate(day)} at ${formatTime(time.start)}`;
}
