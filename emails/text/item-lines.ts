import type { OutlineEntry } from '../../src/document/outline.ts';
import { formatDayMonthOrTime, formatDayOrTime } from '../../src/dates/format.ts';
import { actionLabels } from '../../src/schemas/fields.ts';
import { indented } from './layout.ts';

/** What an item asks, by when and of whom, a line each: "[ACTION REQUIRED]", "Due Friday 15 May 2026". */
export const itemLines = ({ action, due, who }: OutlineEntry): string[] =>
  [`[${actionLabels[action].toUpperCase()}]`, due && `Due ${formatDayOrTime(due)}`, who].filter(
    (line) => line !== undefined,
  );

/** An entry under "In this edition". */
export const contentsEntry = ({ title, action, due }: OutlineEntry): string =>
  `${title}\n${actionLabels[action]}${due ? ` by ${formatDayMonthOrTime(due)}` : ''}`;

/** An entry under "What you need to do": its day, the task, who must do it, and where it is explained. */
export const taskEntry = ({ task, title, due, who }: OutlineEntry, address: string): string =>
  [due ? formatDayOrTime(due) : 'No set date', task ?? title, who, indented(address)]
    .filter((line) => line !== undefined)
    .join('\n');
