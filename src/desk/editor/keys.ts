import {
  baseKeymap,
  chainCommands,
  exitCode,
  lift,
  setBlockType,
  wrapIn,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Schema } from 'prosemirror-model';
import { type Command, NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { enterInList, liftEntry, sinkEntry, toggleList } from './commands/lists.ts';
import { mark } from './commands/marks.ts';
import { moveNode } from './commands/move-node.ts';
import { goToCell } from './commands/tables.ts';

/** What a key does beyond the text: opened by the part of the editor that has it. */
export interface KeyActions {
  link: () => void;
  form: () => void;
  shortcuts: () => void;
}

const run =
  (action: () => void): Command =>
  (_, dispatch) => {
    if (dispatch) action();
    return true;
  };

export const toParagraph: Command = (state, dispatch, view) => {
  const { paragraph } = state.schema.nodes;
  return paragraph ? setBlockType(paragraph)(state, dispatch, view) : false;
};

export const toHeading =
  (rank: 1 | 2): Command =>
  (state, dispatch, view) => {
    const { heading } = state.schema.nodes;
    return heading ? setBlockType(heading, { rank })(state, dispatch, view) : false;
  };

export const toQuote: Command = (state, dispatch, view) => {
  const { quote } = state.schema.nodes;
  return quote ? chainCommands(wrapIn(quote), lift)(state, dispatch, view) : false;
};

export const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  const { break: lineBreak } = state.schema.nodes;
  if (!lineBreak || !state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(lineBreak.create()).scrollIntoView());
  return true;
});

/**
 * All keys of the text. Tab stays in lists and tables and goes on everywhere else; after Escape it goes on
 * from there too (WCAG 2.2, 2.1.2).
 */
export function keyPlugins(schema: Schema, actions: KeyActions): Plugin[] {
  let leaves = false;
  const unlessLeaving =
    (command: Command): Command =>
    (state, dispatch, view) =>
      !leaves && command(state, dispatch, view);
  const leaving = new Plugin({
    props: {
      handleKeyDown: (_, event) => {
        if (event.key === 'Escape') leaves = true;
        else if (!['Tab', 'Shift'].includes(event.key)) leaves = false;
        return false;
      },
      handleDOMEvents: {
        blur: () => {
          leaves = false;
        },
      },
    },
  });
  return [
    leaving,
    typeBehind,
    inputRules({ rules: rulesOf(schema) }),
    keymap({
      'Mod-b': mark('strong'),
      'Mod-i': mark('emphasis'),
      'Mod-e': mark('code'),
      'Mod-k': run(actions.link),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-Alt-0': toParagraph,
      'Mod-Alt-1': toHeading(1),
      'Mod-Alt-2': toHeading(2),
      'Mod-Shift-7': toggleList(true),
      'Mod-Shift-8': toggleList(false),
      'Mod-Shift-9': toQuote,
      'Alt-ArrowUp': moveNode(-1),
      'Alt-ArrowDown': moveNode(1),
      'Mod-Enter': run(actions.form),
      'Shift-Enter': breakLine,
      'Mod-/': run(actions.shortcuts),
      Enter: enterInList,
      Tab: unlessLeaving(chainCommands(goToCell(1), sinkEntry)),
      'Shift-Tab': unlessLeaving(chainCommands(goToCell(-1), liftEntry)),
    }),
    keymap(baseKeymap),
  ];
}

function rulesOf({ nodes }: Schema) {
  const { list, quote, heading } = nodes;
  return [
    ...(list
      ? [
          wrappingInputRule(/^\s*[-*•]\s$/, list, { ordered: false }),
          wrappingInputRule(/^\s*1[.)]\s$/, list, { ordered: true }),
        ]
      : []),
    ...(quote ? [wrappingInputRule(/^\s*>\s$/, quote)] : []),
    ...(heading
      ? [
          textblockTypeInputRule(/^(#{1,4})\s$/, heading, ([, hashes = '']) => ({
            rank: hashes.length > 3 ? 2 : 1,
          })),
        ]
      : []),
  ];
}

/** Types behind a block that is selected, instead of in place of it. */
const typeBehind = new Plugin({
  props: {
    handleTextInput: (view, _from, _to, text) => {
      const { selection, schema, tr } = view.state;
      const { paragraph } = schema.nodes;
      if (!(selection instanceof NodeSelection) || selection.node.isInline || !paragraph)
        return false;
      const at = selection.to;
      tr.insert(at, paragraph.create(null, schema.text(text)));
      view.dispatch(
        tr.setSelection(TextSelection.create(tr.doc, at + 1 + text.length)).scrollIntoView(),
      );
      return true;
    },
  },
});

/** Every shortcut in words, for the list of them. "Mod" is Ctrl, or ⌘ on a Mac. */
export const shortcuts: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'Insert a block, a table, a date or a contact'],
  ['Mod B', 'Bold'],
  ['Mod I', 'Emphasis'],
  ['Mod K', 'Link'],
  ['Mod E', 'Code'],
  ['Mod Alt 1', 'Heading; with 2 a lower one, with 0 a paragraph'],
  ['Mod Shift 8', 'List; with 7 a numbered one, with 9 a quotation'],
  ['Alt ↑', 'Move the item, the block or the entry up; with ↓ down'],
  ['Mod Enter', 'Settings of the block at the cursor; Escape leads back'],
  ['Tab', 'In a list one level deeper, in a table the next cell'],
  ['Escape Tab', 'Go on from the text to what is next'],
  ['Shift Enter', 'A line break within a paragraph'],
  ['Mod Z', 'Undo, whatever was changed; with Shift again'],
  ['Mod S', 'Save'],
  ['Mod /', 'This list'],
];
