import { formatLongDate, formatTime } from '../../dates/format.ts';
import { localTimeAt } from '../../dates/new-zealand.ts';

/** Why a quota stopped a dispatch and when to go on, in New Zealand's time. */
export function quotaReason(
  { detail, resets }: { detail: string; resets: 'midnight UTC' | 'unknown' },
  now: Date,
): string {
  if (resets === 'unknown') {
    return `The provider said ${detail} Raise the quota of the account, then send again.`;
  }
  const midnight = new Date(now);
  midnight.setUTCHours(24, 0, 0, 0);
  const time = localTimeAt(midnight);
  const when = `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`;
  return `The provider said ${detail} The quota is renewed at midnight UTC: send again after ${when}.`;
}
