import { formatDate, formatDayMonth, formatTime } from '../dates/format.ts';
import { inSentence } from '../publication/in-sentence.ts';
import type { BlockProps } from './contract.ts';
import { sessionMovesOf } from './session-moves.ts';

/** How people take part, in words. */
export const modes = { online: 'Online', 'in-person': 'In person', phone: 'By phone' } as const;

/** One line on how to attend: "For providers. Online. Each session covers the same content, so come to one." */
export function attendance(event: BlockProps<'Event'>, sessions: number): string {
  return [
    `${forWhom(event.audience)}.`,
    `${modes[event.mode]}.`,
    sessions > 1 && event.sameContent === 'yes' && 'Each session covers the same, so come to one.',
    event.welcome,
    'All times are New Zealand time.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "For providers", of "Providers". */
export const forWhom = (audience: string): string => `For ${inSentence(audience)}`;

/** The words of a link to register: unlike those of any other session (WCAG 2.2, 2.4.4). */
export const registerLabel = (start: string): string =>
  `Register for ${formatDayMonth(start.slice(0, 10))}, ${formatTime(start)}`;

/** The words of a link to a session's calendar file, as distinct as those to register. */
export const calendarLabel = (start: string): string =>
  `Add ${formatDayMonth(start.slice(0, 10))}, ${formatTime(start)} to your calendar`;

/** The words of a link to the calendar file with every session of an event. */
export const eventCalendarLabel = (sessions: number): string =>
  `Add ${sessions === 2 ? 'both' : `all ${sessions}`} sessions to your calendar`;

/** "Moved to this time on 12 May 2026", where a session was moved. */
export function movedWords(moved: string | undefined): string | undefined {
  const last = sessionMovesOf(moved).at(-1);
  return last && `Moved to this time on ${formatDate(last)}`;
}
