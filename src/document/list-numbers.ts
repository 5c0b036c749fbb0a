import type { ListItem } from 'mdast';
import type { Parsing } from './parse-body.ts';
import type { List } from './tree.ts';

/** The number that readers see before the entry at `index` of an ordered list. */
export function numberOf({ numbers }: Pick<List, 'numbers'>, index: number): number {
  const written = numbers?.[index];
  if (written !== undefined) return written;
  const last = numbers?.length ?? 0;
  return (numbers?.at(-1) ?? 0) + 1 + index - last;
}

/** Whether an entry's number is other than one more than that before it, so that it has to be said. */
export const jumps = (list: Pick<List, 'numbers'>, index: number): boolean =>
  index > 0 && numberOf(list, index) !== numberOf(list, index - 1) + 1;

/**
 * The numbers of the entries as their author wrote them, which Markdown counts for itself; nothing where
 * they are 1, 2, 3. The same number before each entry is Markdown's way of leaving the counting to others.
 */
export function readNumbers(
  items: readonly ListItem[],
  { source, report }: Parsing,
): number[] | undefined {
  const written = items.map(({ position }) =>
    Number.parseInt(source.slice(position?.start.offset)),
  );
  const [first = 1, second] = written;
  const numbers =
    first === second && written.every((number) => number === first)
      ? written.map((_, index) => first + index)
      : written;
  const fault = numbers.findIndex((number, index) => number <= (numbers[index - 1] ?? -1));
  if (fault >= 0) {
    report(items[fault]?.position?.start.line ?? 1, {
      expected: 'numbers that go up from one entry of a list to the next',
      found: `${numbers[fault]}. after ${numbers[fault - 1]}.`,
      remedy:
        'Write the numbers that readers should see. If a new list starts here, put a paragraph or a heading before it.',
    });
  }
  return numbers.every((number, index) => number === index + 1) ? undefined : numbers;
}
