import type { Node, ResolvedPos } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';

/** A node and where it stands. */
export interface Standing {
  node: Node;
  pos: number;
}

/** The blocks of the contract around the cursor, innermost first; a selected one is the innermost. */
export function blocksAround(state: EditorState): Standing[] {
  const { selection } = state;
  const found: Standing[] = [];
  const take = (node: Node, pos: number) => {
    if ('props' in node.attrs) found.push({ node, pos });
  };
  if (selection instanceof NodeSelection) take(selection.node, selection.from);
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) take($from.node(depth), $from.before(depth));
  return found;
}

/** The innermost node of a type around a place. */
export function ancestor(
  $pos: ResolvedPos,
  ...types: string[]
): (Standing & { depth: number }) | undefined {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (types.includes(node.type.name)) return { node, pos: $pos.before(depth), depth };
  }
  return undefined;
}
