import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ancestor } from '../commands/around.ts';
import { toggleList } from '../commands/lists.ts';
import { hasMark, mark } from '../commands/marks.ts';
import { type KeyActions, toHeading, toParagraph, toQuote } from '../keys.ts';
import { button, make } from '../make-element.ts';

/** The bar above the text; it is told of each change, to show what is on. */
export interface Toolbar {
  element: HTMLElement;
  update: (state: EditorState) => void;
}

interface Tool {
  press: HTMLButtonElement;
  isOn?: (state: EditorState) => boolean;
  can?: Command;
}

/** Makes the bar: one stop of Tab, arrows go through it (ARIA Authoring Practices, toolbar). */
export function makeToolbar(viewOf: () => EditorView, actions: KeyActions): Toolbar {
  const run = (command: Command) => () => {
    const view = viewOf();
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const tool = (words: string, name: string, command: Command, isOn?: Tool['isOn']): Tool => {
    const press = button(words, { title: name, 'aria-label': name }, run(command));
    return { press, can: command, ...(isOn && { isOn }) };
  };
  const isMarked = (name: string) => (state: EditorState) => {
    const type = state.schema.marks[name];
    return type !== undefined && hasMark(state, type);
  };
  const isHeading =
    (rank: number) =>
    ({ selection: { $from } }: EditorState) =>
      $from.parent.type.name === 'heading' && $from.parent.attrs['rank'] === rank;
  const isList =
    (ordered: boolean) =>
    ({ selection: { $from } }: EditorState) =>
      ancestor($from, 'list')?.node.attrs['ordered'] === ordered;
  const isParagraph = ({ selection: { $from } }: EditorState) =>
    $from.parent.type.name === 'paragraph' && !ancestor($from, 'list', 'quote');
  const act = (words: string, name: string, action: () => void): Tool => ({
    press: button(words, { title: name, 'aria-label': name }, action),
  });
  const groups: Tool[][] = [
    [act('Insert', 'Insert a block, a date, a table …', () => startSlash(viewOf()))],
    [
      tool('Text', 'Text: a paragraph', toParagraph, isParagraph),
      tool('Heading', 'Heading', toHeading(1), isHeading(1)),
      tool('Lower', 'Lower heading', toHeading(2), isHeading(2)),
    ],
    [
      tool('B', 'Bold', mark('strong'), isMarked('strong')),
      tool('I', 'Emphasis', mark('emphasis'), isMarked('emphasis')),
      act('Link', 'Link', actions.link),
    ],
    [
      tool('• List', 'List', toggleList(false), isList(false)),
      tool('1. List', '1. List, with numbers', toggleList(true), isList(true)),
      tool(
        '“ ”',
        'Quotation',
        toQuote,
        ({ selection: { $from } }) => ancestor($from, 'quote') !== undefined,
      ),
    ],
    [tool('Undo', 'Undo', undo), tool('Redo', 'Redo', redo)],
    [act('Keys', 'Keys: every shortcut', actions.shortcuts)],
  ];
  const tools = groups.flat();
  const element = make(
    'div',
    { role: 'toolbar', class: 'editor-toolbar', 'aria-label': 'Text' },
    ...groups.map((group) =>
      make('div', { class: 'tool-group' }, ...group.map(({ press }) => press)),
    ),
  );
  const stops = tools.map(({ press }) => press);
  const stopAt = (press: HTMLButtonElement | undefined) => {
    for (const each of stops) each.tabIndex = each === press ? 0 : -1;
  };
  stopAt(stops[0]);
  element.addEventListener('keydown', (event) => {
    const at = stops.findIndex((each) => each === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    const next = to === undefined ? undefined : stops.at(to % stops.length);
    if (!next) return;
    event.preventDefault();
    stopAt(next);
    next.focus();
  });
  return {
    element,
    update: (state) => {
      for (const { press, isOn, can } of tools) {
        if (isOn) press.setAttribute('aria-pressed', String(isOn(state)));
        if (can) press.setAttribute('aria-disabled', String(!can(state)));
      }
    },
  };
}

/** Types a slash, which opens the list of what can be inserted. */
function startSlash(view: EditorView): void {
  const { $from } = view.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, '', '\uFFFC');
  view.focus();
  view.dispatch(view.state.tr.insertText(before === '' || /\s$/.test(before) ? '/' : ' /'));
}
