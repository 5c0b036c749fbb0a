import type { BlockProps } from '../blocks/contract.ts';
import type { Audience } from '../publication/site.ts';
import { type BlockOf, type Flow, isBlock } from './tree.ts';

/** What a list of contents says of an item: its props, and for whom and where it stands. */
export type OutlineEntry = BlockProps<'Item'> & {
  /** The title of the category around it. */
  category?: string;
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
    ...node.props,
    ...(audience !== undefined && { audience }),
    ...(category && { category: category.props.title }),
  }));

/** The items of one category, or of none, with the number of the first among all. */
export interface OutlineGroup {
  category: string | undefined;
  first: number;
  entries: readonly OutlineEntry[];
}

/** An outline by category, in the order written. */
export function byCategory(outline: readonly OutlineEntry[]): OutlineGroup[] {
  const groups: OutlineGroup[] = [];
  for (const [category, entries] of Map.groupBy(outline, (entry) => entry.category)) {
    const { first, entries: before } = groups.at(-1) ?? { first: 1, entries: [] };
    groups.push({ category, first: first + before.length, entries });
  }
  return groups;
}

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
