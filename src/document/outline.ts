import type { BlockProps } from '../blocks/contract.ts';
import { eachBlock, type BlockOf, type Flow, isBlock } from './tree.ts';

/** A time at which something in an item is: a session, or else a day or a period that its text names. */
export interface ItemTime {
  /** YYYY-MM-DDTHH:MM of a session, YYYY-MM-DD of a day or of the first day of a period. */
  start: string;
  /** Its last day, YYYY-MM-DD. */
  lastDay: string;
}

/** What a list of contents says of an item. */
export type OutlineEntry = BlockProps<'Item'> & {
  /** When it is, in order, of what people are to keep a date for; of everything else nothing. */
  times: readonly ItemTime[];
};

/** The items of an edition (or of one reader's variant of it), in order. */
export function outlineOf(body: readonly Flow[]): OutlineEntry[] {
  return body.flatMap((node) => (isBlock(node, 'Item') ? [outlineEntry(node)] : []));
}

/** One item as a list of contents has it. */
export const outlineEntry = (item: BlockOf<'Item'>): OutlineEntry => ({
  ...item.props,
  times: timesOf(item),
});

/** The items that ask something of the reader, by due date; those without one come last. */
export function toDo<Entry extends OutlineEntry>(outline: readonly Entry[]): Entry[] {
  return outline
    .filter(({ action }) => action === 'action-required')
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/* Sessions are what people come to; where there is none, the days that the text names. */
function timesOf({ props, children }: BlockOf<'Item'>): ItemTime[] {
  if (props.action !== 'save-the-date') return [];
  const blocks = [...eachBlock(children)];
  const sessions = blocks.flatMap((block) =>
    isBlock(block, 'Session')
      ? [{ start: block.props.start, lastDay: block.props.end.slice(0, 10) }]
      : [],
  );
  const days = blocks.flatMap((block) =>
    isBlock(block, 'Day')
      ? [{ start: block.props.on, lastDay: block.props.on }]
      : isBlock(block, 'Period')
        ? [{ start: block.props.from, lastDay: block.props.to }]
        : [],
  );
  const times = sessions.length > 0 ? sessions : days;
  return [
    ...new Map(times.map((time) => [`${time.start} ${time.lastDay}`, time])).values(),
  ].toSorted((a, b) => a.start.localeCompare(b.start));
}
