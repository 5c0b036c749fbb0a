import { numberOf, type Flow, type List } from '../tree.ts';
import { type FlowSetting, withinSentences, writeFlow } from './write-flow.ts';

/** What stands before the entries of a list: "-", or behind the number of each "." */
export type ListMark = '-' | '*' | '.' | ')';

/**
 * The marks of a list, which are others than those of a list just before it: else they were one.
 * @param before the nodes before it
 */
export function markOf(list: List, before: readonly Flow[]): ListMark {
  const [usual, other]: [ListMark, ListMark] = list.ordered ? ['.', ')'] : ['-', '*'];
  const last = before.at(-1);
  if (last?.type === 'list' && last.ordered === list.ordered) {
    return markOf(last, before.slice(0, -1)) === usual ? other : usual;
  }
  // A line of nothing but hyphens would be a line across the page.
  const empty = list.items.some((item) => item.length === 0);
  return !list.ordered && empty ? other : usual;
}

/** A list with an empty line between its entries, or none where it is tight. */
export function writeList(list: List, setting: FlowSetting, mark: ListMark): string {
  return list.items
    .map((item, index) => writeItem(item, list, setting, itemMark(list, mark, index)))
    .join(list.tight ? '\n' : '\n\n');
}

/** What the entry at `index` starts with: "- ", or "3. ". */
export const itemMark = (list: List, mark: ListMark, index: number): string =>
  list.ordered ? `${numberOf(list, index)}${mark} ` : `${mark} `;

/** One entry of a list behind its mark, with all its lines as far in as its first. */
export function writeItem(
  item: readonly Flow[],
  list: List,
  setting: FlowSetting,
  mark: string,
): string {
  const words = prefixed(
    writeFlow(item, withinSentences(setting, list.tight)),
    ' '.repeat(mark.length),
  );
  return words.trim() === '' ? mark.trimEnd() : mark + words.slice(mark.length);
}

/** With `prefix` before each line. */
export const prefixed = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');
