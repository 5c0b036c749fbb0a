import type { OutlineEntry } from '../../src/document/outline.ts';
import { formatDayOrTime } from '../../src/dates/format.ts';
import { askedWords } from '../../src/rendering/asked-words.ts';
import {
  dueWord,
  isOver,
  labelWords,
  type Present,
  undatedWords,
} from '../../src/rendering/present.ts';
import { indented } from './layout.ts';

/** What an item asks, by when and of whom, a line each: "[ACTION REQUIRED]", "Due Friday 15 May 2026". */
export const itemLines = (entry: OutlineEntry, present?: Present): string[] => {
  const { due, who } = entry;
  return [
    `[${labelWords(entry, present).toUpperCase()}]`,
    due && `${dueWord(due, present)} ${formatDayOrTime(due)}`,
    who,
  ].filter((line) => line !== undefined);
};

/** An entry under "In this edition", with where it stands. */
export const contentsEntry = (entry: OutlineEntry, address: string, present?: Present): string =>
  [entry.title, askedWords(entry, present), indented(address)]
    .filter((line) => line !== '')
    .join('\n');

/** An entry under "What you need to do": its day, the task, who must do it, and where it is explained. */
export function taskEntry(entry: OutlineEntry, address: string, present?: Present): string {
  const { task, title, due, who } = entry;
  const day = due && `${isOver(entry, present) ? 'Was due ' : ''}${formatDayOrTime(due)}`;
  return [day ?? undatedWords(entry, present), task ?? title, who, indented(address)]
    .filter((line) => line !== undefined)
    .join('\n');
}
