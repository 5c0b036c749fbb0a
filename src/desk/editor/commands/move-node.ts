import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';

/**
 * Moves what the cursor is in past its neighbour: an entry of a list, a row of a table, else the block or
 * the paragraph; an item of an edition as a whole.
 * @param by -1 for up, 1 for down
 */
export function moveNode(by: -1 | 1): Command {
  return (state, dispatch) => {
    const depth = movable(state, by);
    if (depth === undefined) return false;
    if (!dispatch) return true;
    const { selection } = state;
    const isNode = selection instanceof NodeSelection && depth > selection.$from.depth;
    const { $from } = selection;
    const index = $from.index(depth - 1);
    const parent = $from.node(depth - 1);
    const from = isNode ? selection.from : $from.before(depth);
    const node = parent.child(index);
    const other = parent.child(index + by);
    const to = by < 0 ? from - other.nodeSize : from + other.nodeSize;
    const { tr } = state;
    tr.delete(from, from + node.nodeSize).insert(to, node);
    const inside = selection.head - from;
    tr.setSelection(
      isNode ? NodeSelection.create(tr.doc, to) : TextSelection.near(tr.doc.resolve(to + inside)),
    );
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** The depth of the innermost node that may change places with the one next to it. */
function movable({ selection }: EditorState, by: -1 | 1): number | undefined {
  const { $from } = selection;
  const innermost = selection instanceof NodeSelection && !selection.node.isInline ? 1 : 0;
  for (let depth = $from.depth + innermost; depth > 0; depth--) {
    const parent = $from.node(depth - 1);
    const index = $from.index(depth - 1);
    if (parent.type.name === 'row' || parent.inlineContent) continue;
    // Of the paragraphs of an entry it is the entry that moves.
    if (parent.type.name === 'item' && parent.childCount === 1) continue;
    const other = index + by;
    if (other >= 0 && other < parent.childCount) return depth;
    // At the end of a list or a block it stays there, and does not take all around it along.
    if (parent.childCount > 1) return undefined;
  }
  return undefined;
}
