import { chainCommands } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { ancestor } from './around.ts';

/** Makes a list of paragraphs, another kind of list of a list, or paragraphs of a list of this kind. */
export const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch) => {
    const { list, item } = state.schema.nodes;
    const around = ancestor(state.selection.$from, 'list');
    if (!list || !item) return false;
    if (around && around.node.attrs['ordered'] === ordered)
      return liftListItem(item)(state, dispatch);
    if (around) {
      const attrs = { ...around.node.attrs, ordered, numbers: null };
      dispatch?.(state.tr.setNodeMarkup(around.pos, null, attrs));
      return true;
    }
    return wrapInList(list, { ordered })(state, dispatch);
  };

/** Enter in a list: another entry, or out of the list where the entry is empty. */
export const enterInList: Command = (state, dispatch) => {
  const { item } = state.schema.nodes;
  if (!item) return false;
  return chainCommands(splitListItem(item), liftEmpty)(state, dispatch);
};

const liftEmpty: Command = (state, dispatch) => {
  const { item } = state.schema.nodes;
  const { $from } = state.selection;
  const isEmpty = $from.parent.content.size === 0 && ancestor($from, 'item') !== undefined;
  return isEmpty && item ? liftListItem(item)(state, dispatch) : false;
};

/** Tab in a list: the entry becomes one of those beneath the entry before it. */
export const sinkEntry: Command = (state, dispatch) => {
  const { item } = state.schema.nodes;
  return item ? sinkListItem(item)(state, dispatch) : false;
};

/** Shift-Tab in a list: the entry goes one level up. */
export const liftEntry: Command = (state, dispatch) => {
  const { item } = state.schema.nodes;
  const around = ancestor(state.selection.$from, 'list');
  const outer = around && state.doc.resolve(around.pos).parent.type.name;
  return item && outer === 'item' ? liftListItem(item)(state, dispatch) : false;
};
