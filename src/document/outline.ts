import { endOf } from '../blocks/session-times.ts';
import type { BlockProps } from '../blocks/contract.ts';
import type { Audience } from '../publication/site.ts';
import { type BlockOf, eachBlock, type Flow, isBlock } from './tree.ts';

/** A time at which something in an item is: a session, or else a day or a period that its text names. */
export interface ItemTime {
  /** YYYY-MM-DDTHH:MM of a session, YYYY-MM-DD of a day or of the first day of a period. */
  start: string;
  /** Its last day, YYYY-MM-DD. */
  lastDay: string;
}

/** What a list of contents says of an item: its props, and for whom and where it stands. */
export type OutlineEntry = BlockProps<'Item'> & {
  /** The title of the category around it. */
  category?: string;
  /** When it is, in order, of what people are to keep a date for; of everything else nothing. */
  times: readonly ItemTime[];
};

/** What stands in an edition or in one of its categories: an item, or words and blocks between items. */
export interface Part<Node extends Flow = Flow> {
  node: Node;
  category?: BlockOf<'Category'>;
  /** The only audience that gets it: its own, or else that of its category. */
  audience?: Audience | undefined;
}

/** The parts of an edition (or of one reader's variant of it), in order. */
export const partsOf = (body: readonly Flow[]): Part[] =>
  body.flatMap((node): Part[] =>
    isBlock(node, 'Category')
      ? node.children.map((child) => ({
          node: child,
          category: node,
          audience: audienceOf(child) ?? node.props.audience,
        }))
      : [{ node, audience: audienceOf(node) }],
  );

const audienceOf = (node: Flow) =>
  isBlock(node, 'Item') || isBlock(node, 'For') ? node.props.audience : undefined;

/** The items of an edition (or of one reader's variant of it), in order. */
export const itemsOf = (body: readonly Flow[]): Part<BlockOf<'Item'>>[] =>
  partsOf(body).flatMap(({ node, ...around }) =>
    isBlock(node, 'Item') ? [{ node, ...around }] : [],
  );

/** What lists of contents say of the items. */
export const outlineOf = (body: readonly Flow[]): OutlineEntry[] =>
  itemsOf(body).map(({ node, category, audience }) => ({
    ...outlineEntry(node),
    ...(audience !== undefined && { audience }),
    ...(category && { category: category.props.title }),
  }));

/** The items of one category, or of none, with the number of the first among all. */
export interface OutlineGroup<Entry extends OutlineEntry = OutlineEntry> {
  category: string | undefined;
  first: number;
  entries: readonly Entry[];
}

/** An outline by category, in the order written. */
export function byCategory<Entry extends OutlineEntry>(
  outline: readonly Entry[],
): OutlineGroup<Entry>[] {
  const groups: OutlineGroup<Entry>[] = [];
  for (const [category, entries] of Map.groupBy(outline, (entry) => entry.category)) {
    const { first, entries: before } = groups.at(-1) ?? { first: 1, entries: [] };
    groups.push({ category, first: first + before.length, entries });
  }
  return groups;
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
    .toSorted((a, b) => lastMoment(a).localeCompare(lastMoment(b)));
}

/* What is due on a day may be done until its midnight, after what is due at a time of it. */
function lastMoment({ due = '9999-12-31' }: OutlineEntry): string {
  return due.includes('T') ? due : `${due}T24:00`;
}

/* Sessions are what people come to; where there is none, the days that the text names. */
function timesOf({ props, children }: BlockOf<'Item'>): ItemTime[] {
  if (props.action !== 'save-the-date') return [];
  const blocks = [...eachBlock(children)];
  const sessions = blocks.flatMap((block) =>
    isBlock(block, 'Session')
      ? [{ start: block.props.start, lastDay: endOf(block.props).slice(0, 10) }]
      : [],
  );
  const days = blocks.flatMap((block) =>
    isBlock(block, 'Day')
      ? [{ start: block.props.on, lastDay: block.props.on }]
      : isBlock(block, 'Period')
        ? [{ start: block.props.from, lastDay: block.props.to.slice(0, 10) }]
        : [],
  );
  const times = sessions.length > 0 ? sessions : days;
  return [
    ...new Map(times.map((time) => [`${time.start} ${time.lastDay}`, time])).values(),
  ].toSorted((a, b) => a.start.localeCompare(b.start));
}
