import { formatDayMonth, formatTime } from '../dates/format.ts';
import type { BlockProps } from './contract.ts';

const modes = { online: 'Online', 'in-person': 'In person', phone: 'By phone' } as const;

/** One line on how to attend: "For providers. Online. Each session covers the same content, so come to one." */
export function attendance(event: BlockProps<'Event'>, sessions: number): string {
  return [
    `For ${event.audience.charAt(0).toLowerCase()}${event.audience.slice(1)}.`,
    `${modes[event.mode]}.`,
    sessions > 1 && event.sameContent === 'yes' && 'Each session covers the same, so come to one.',
    event.welcome,
    'All times are New Zealand time.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The words of a link to register: unlike those of any other session (WCAG 2.2, 2.4.4). */
export const registerLabel = (start: string): string =>
  `Register for ${formatDayMonth(start.slice(0, 10))}, ${formatTime(start)}`;
