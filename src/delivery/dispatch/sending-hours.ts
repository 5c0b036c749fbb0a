import { formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';
import { isWorkingDay } from '../../dates/working-days.ts';

/**
 * Whether a dispatch may begin at a moment: on a working day, in these hours of New Zealand. A public holiday
 * is none, on the day on which it is observed; the anniversary day of a region is one to the others.
 * @param hours as 08:00-18:00; the last minute is no longer within
 */
export function withinSendingHours(moment: Date, hours: string): boolean {
  const [from = '', to = ''] = hours.split('-');
  const local = localTimeAt(moment);
  const time = local.slice(11);
  return isWorkingDay(local.slice(0, 10)) && time >= from && time < to;
}

/** "8am to 6pm on a working day" */
export function describeSendingHours(hours: string): string {
  const [from = '', to = ''] = hours.split('-').map((time) => formatTime(`2026-01-01T${time}`));
  return `${from} to ${to} on a working day`;
}
