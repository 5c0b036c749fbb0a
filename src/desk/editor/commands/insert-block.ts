import type { Node, Schema } from 'prosemirror-model';
import { type Command, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state';
import type { BlockShape } from '../../protocol/blocks.ts';
import { sentenceName } from '../model/block-dom.ts';

/**
 * What a new block has: of a choice between one value nothing, so that its author says yes; all else is for
 * its author to say too.
 */
export const newBlock = (schema: Schema, shape: BlockShape): Node | undefined =>
  schema.nodes[shape.name]?.createAndFill({ props: {} }) ?? undefined;

/** Whether a block may stand where the cursor is, on lines of its own. */
export const fitsHere =
  (name: string): Command =>
  (state) =>
    placeFor(state.tr, name) !== undefined;

/**
 * Puts a block in place of the empty paragraph at the cursor, or behind what the cursor is in, and goes into it.
 */
export const insertNode =
  (node: Node): Command =>
  (state, dispatch) => {
    const { tr } = state;
    const place = placeFor(tr, node.type.name);
    if (!place) return false;
    tr.replaceWith(place.from, place.to, node);
    const inside = node.isLeaf || node.isAtom;
    tr.setSelection(
      inside
        ? NodeSelection.create(tr.doc, place.from)
        : TextSelection.near(tr.doc.resolve(place.from + 1)),
    );
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Puts a block into the sentence at the cursor, in place of what is selected. */
export const insertInSentence =
  (shape: BlockShape): Command =>
  (state, dispatch) => {
    const type = state.schema.nodes[sentenceName(shape.name)];
    const { $from } = state.selection;
    if (!type || !$from.parent.inlineContent) return false;
    if (!dispatch) return true;
    const tr = state.tr.replaceSelectionWith(type.create({ props: {} }));
    const before = tr.selection.$from.nodeBefore;
    if (before?.type === type) {
      tr.setSelection(NodeSelection.create(tr.doc, tr.selection.from - before.nodeSize));
    }
    dispatch(tr.scrollIntoView());
    return true;
  };

/** The nearest place around the cursor that takes a node: the empty paragraph there, or behind what is there. */
function placeFor(
  { selection, doc }: Transaction,
  name: string,
): { from: number; to: number } | undefined {
  const { $from, $to } = selection;
  const type = doc.type.schema.nodes[name];
  if (!type) return undefined;
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth--) {
    const parent = $from.node(depth);
    const index = $from.index(depth);
    const child = parent.maybeChild(index);
    if (parent.inlineContent) continue;
    if (child?.type.name === 'paragraph' && child.content.size === 0) {
      if (parent.canReplaceWith(index, index + 1, type)) {
        const from = $from.posAtIndex(index, depth);
        return { from, to: from + child.nodeSize };
      }
    } else if (parent.canReplaceWith($from.indexAfter(depth), $from.indexAfter(depth), type)) {
      const at = $from.posAtIndex($from.indexAfter(depth), depth);
      return { from: at, to: at };
    }
  }
  return undefined;
}
