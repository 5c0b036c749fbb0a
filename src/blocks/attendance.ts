import { formatDate, formatDayMonth, formatTime, isWholeDay } from '../dates/format.ts';
import { inSentence } from '../publication/in-sentence.ts';
import type { BlockProps } from './contract.ts';
import { sessionMovesOf } from './session-moves.ts';

/** How people take part, in words. */
export const modes = { online: 'Online', 'in-person': 'In person', phone: 'By phone' } as const;

/** One line on how to attend: "For providers. Online. Each session covers the same content, so come to one." */
export function attendance(
  event: BlockProps<'Event'>,
  sessions: readonly { props: Pick<BlockProps<'Session'>, 'start'> }[],
): string {
  return [
    `${forWhom(event.audience)}.`,
    `${modes[event.mode]}${event.place ? `: ${event.place.replace(/\.$/, '')}` : ''}.`,
    sessions.length > 1 &&
      event.sameContent === 'yes' &&
      'Each session covers the same, so come to one.',
    event.welcome,
    sessions.some(({ props }) => !isWholeDay(props.start)) && 'All times are New Zealand time.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "For providers", of "Providers". */
export const forWhom = (audience: string): string => `For ${inSentence(audience)}`;

/** The words of a link to register: unlike those of any other session (WCAG 2.2, 2.4.4). */
export const registerLabel = (start: string): string => `Register for ${startInWords(start)}`;

/** The words of a link to a session's calendar file, as distinct as those to register. */
export const calendarLabel = (start: string): string =>
  `Add ${startInWords(start)} to your calendar`;

const startInWords = (start: string) =>
  [formatDayMonth(start.slice(0, 10)), ...(isWholeDay(start) ? [] : [formatTime(start)])].join(
    ', ',
  );

/** The words of a link to the calendar file with every session of an event. */
export const eventCalendarLabel = (sessions: number): string =>
  `Add ${sessions === 2 ? 'both' : `all ${sessions}`} sessions to your calendar`;

/** "Moved to this time on 12 May 2026", where a session was moved. */
export function movedWords(moved: string | undefined): string | undefined {
  const last = sessionMovesOf(moved).at(-1);
  return last && `Moved to this time on ${formatDate(last)}`;
}
