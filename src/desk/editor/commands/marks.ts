import { toggleMark } from 'prosemirror-commands';
import type { Mark, MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';

/** Whether all of the selection, or what is typed next, has a mark. */
export function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = selection;
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, type);
}

/** Gives the selection a mark, or takes it away. */
export const mark =
  (name: string): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type ? toggleMark(type)(state, dispatch, view) : false;
  };

/** The link that the cursor is in, with all of its words. */
export function linkAround(
  state: EditorState,
): { from: number; to: number; mark: Mark } | undefined {
  const { $from, from, to } = state.selection;
  const type = state.schema.marks['link'];
  const parent = $from.parent;
  if (!type || !parent.inlineContent) return undefined;
  const start = $from.start();
  let found: { from: number; to: number; mark: Mark } | undefined;
  parent.forEach((node, offset) => {
    const own = type.isInSet(node.marks);
    if (!own) return;
    const [first, last] = [start + offset, start + offset + node.nodeSize];
    if (found && found.to === first && found.mark.eq(own)) found.to = last;
    else if (!found || found.to < from) found = { from: first, to: last, mark: own };
  });
  return found && found.from <= from && to <= found.to ? found : undefined;
}
