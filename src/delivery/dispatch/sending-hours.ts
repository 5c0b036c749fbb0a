import { formatTime, formatWeekday } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';

/**
 * Whether a dispatch may begin at a moment: from Monday to Friday, in these hours of New Zealand.
 * Public holidays are not known here.
 * @param hours as 08:00-18:00; the last minute is no longer within
 */
export function withinSendingHours(moment: Date, hours: string): boolean {
  const [from = '', to = ''] = hours.split('-');
  const local = localTimeAt(moment);
  const time = local.slice(11);
  const weekend = ['Saturday', 'Sunday'].includes(formatWeekday(local.slice(0, 10)));
  return !weekend && time >= from && time < to;
}

/** "8am to 6pm, Monday to Friday" */
export function describeSendingHours(hours: string): string {
  const [from = '', to = ''] = hours.split('-').map((time) => formatTime(`2026-01-01T${time}`));
  return `${from} to ${to}, Monday to Friday`;
}
