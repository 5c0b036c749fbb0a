import type { BlockProps } from '../blocks/contract.ts';
import type { Flow } from './tree.ts';

/** What a list of contents says of an item. */
export type OutlineEntry = BlockProps<'Item'>;

/** The items of an edition (or of one reader's variant of it), in order. */
export function outlineOf(body: readonly Flow[]): OutlineEntry[] {
  return body.flatMap((node) =>
    node.type === 'block' && node.name === 'Item' ? [node.props] : [],
  );
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
