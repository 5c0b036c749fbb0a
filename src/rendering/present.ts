import { endOf, type SessionTimes } from '../blocks/session-times.ts';
import type { OutlineEntry } from '../document/outline.ts';
import { actionLabels } from '../schemas/fields.ts';

/**
 * What a web page knows of the day on which it was built. Only pages have it: an email, a feed and a
 * calendar keep saying what they said, so that their bytes depend on the content alone.
 */
export interface Present {
  /** The day in New Zealand, YYYY-MM-DD. */
  today: string;
  /** Whether a newer edition is out, so that what this one asks without a date may be closed. */
  superseded: boolean;
}

/** Whether a day is over. Without a present nothing is. */
export const isPast = (day: string | undefined, present: Present | undefined): boolean =>
  day !== undefined && present !== undefined && day < present.today;

/** Whether what an item asks for can still be done: by its due date, else the last of its dates, else by the next edition. */
export function isOver(
  { action, due, times }: OutlineEntry,
  present: Present | undefined,
): boolean {
  if (!present) return false;
  if (due !== undefined) return isPast(due, present);
  if (times.length > 0) return times.every(({ lastDay }) => isPast(lastDay, present));
  return action === 'action-required' && present.superseded;
}

/** Those things to do that are still open, and those that are not, each in their order. */
export const openAndOver = <Entry extends OutlineEntry>(
  tasks: readonly Entry[],
  present: Present | undefined,
): [open: Entry[], over: Entry[]] => [
  tasks.filter((task) => !isOver(task, present)),
  tasks.filter((task) => isOver(task, present)),
];

/** The action label of an item, which says where it is over. */
export function labelWords(entry: OutlineEntry, present: Present | undefined): string {
  if (!isOver(entry, present)) return actionLabels[entry.action];
  switch (entry.action) {
    case 'action-required':
      return 'Action was required';
    case 'have-your-say':
      return 'Closed';
    case 'save-the-date':
      return entry.times.length > 1 ? 'Past dates' : 'Past date';
    case 'for-information':
      return actionLabels[entry.action];
  }
}

/** What stands before a due date. */
export const dueWord = (due: string, present: Present | undefined): 'Due' | 'Was due' =>
  isPast(due, present) ? 'Was due' : 'Due';

/** What stands in the place of a due date where there is none. */
export const undatedWords = (entry: OutlineEntry, present: Present | undefined): string =>
  isOver(entry, present) ? 'No date was set, so it may be closed' : 'No set date';

/** Whether one of these sessions has been, so that a calendar file of all of them is of no use. */
export const anyPast = (
  sessions: readonly { props: SessionTimes }[],
  present: Present | undefined,
): boolean => sessions.some(({ props }) => isPast(endOf(props).slice(0, 10), present));

/** What a page says in the place of the ways to register for a session that has been. */
export const sessionOver = 'This session is over. Registration is closed.';

/** What an edition says where nothing needs to be done, or nothing any more. */
export const nothingToDo = (any: boolean): string =>
  `Nothing in this edition needs action from you${any ? ' any more' : ''}.`;
