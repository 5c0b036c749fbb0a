import { type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { blocksAround, type Standing } from '../commands/around.ts';
import { dispatchTyped } from '../commands/dispatch-typed.ts';
import { moveNode } from '../commands/move-node.ts';
import { setProp } from '../commands/set-props.ts';
import {
  addColumn,
  addRow,
  cellAround,
  removeColumn,
  removeRow,
  toggleHead,
} from '../commands/tables.ts';
import { type EditingView, shapeOfNode } from '../editing.ts';
import type { FieldOnPage } from '../form/control.ts';
import { makeField } from '../form/field.ts';
import { button, make } from '../make-element.ts';
import { propsOf } from '../model/block-dom.ts';

/** The form of the block at the cursor. */
export interface BlockPanel {
  element: HTMLElement;
  update: (state: EditorState) => void;
  /** Goes to the first field that is still needed, or the first of all. */
  focus: () => void;
  /** Says at a prop of the block at a place what is wrong with it. */
  fault: (pos: number, prop: string | undefined, words: string) => void;
}

/** @param kept the names in links that the document had when it was opened */
export function makeBlockPanel(editing: EditingView, kept: ReadonlySet<string>): BlockPanel {
  const element = make('div', { class: 'block-panel' });
  let shown: { key: string; pos: number; fields: Map<string, FieldOnPage> } | undefined;
  const { view } = editing;

  const build = (blocks: readonly Standing[], state: EditorState) => {
    const [block, ...outer] = blocks;
    const shape = block && shapeOfNode(editing, block.node.type.name);
    if (!block || !shape) {
      shown = undefined;
      element.replaceChildren(
        make(
          'p',
          { class: 'panel-hint' },
          'Go into a block to see its settings. Type / to insert one.',
        ),
        ...tableTools(state),
      );
      return;
    }
    const { properties = {}, required = [] } = shape.props;
    const props = propsOf(block.node);
    const fields = new Map<string, FieldOnPage>();
    // What links lead to follows from the title, and is seldom looked at.
    const inOrder = Object.entries(properties).toSorted(
      ([, a], [, b]) => Number(a.asked === 'anchor') - Number(b.asked === 'anchor'),
    );
    for (const [name, form] of inOrder) {
      const change = (value: string) => {
        const pos = shown?.pos ?? block.pos;
        fields.get(name)?.fault(faultOf(form, value, required.includes(name)));
        dispatchTyped(view, setProp(view.state, pos, shape, name, value, kept), `${pos} ${name}`);
      };
      const order = {
        form,
        label: shape.labels[name] ?? name,
        needed: required.includes(name),
        editing,
        beside: (other: string) => {
          const node = view.state.doc.nodeAt(shown?.pos ?? block.pos);
          return (node && propsOf(node)[other]) ?? '';
        },
      };
      fields.set(
        name,
        makeField({ ...order, id: `prop-${name}`, value: props[name] ?? '', change }),
      );
    }
    const way = outer.flatMap(({ node, pos }) => {
      const outside = shapeOfNode(editing, node.type.name);
      return outside ? [button(outside.label, { class: 'quiet' }, () => select(pos))] : [];
    });
    element.replaceChildren(
      make('h2', { class: 'panel-title' }, shape.label),
      make('p', { class: 'panel-hint' }, shape.purpose),
      ...(way.length > 0 ? [make('p', { class: 'panel-way' }, 'Stands in ', ...way)] : []),
      ...tableTools(state),
      ...[...fields.values()].map((field) => field.element),
      ...(block.node.isInline ? [] : [moveTools(block.pos)]),
      make(
        'div',
        { class: 'panel-tools' },
        button(`Remove ${shape.label.toLowerCase()}`, { class: 'quiet danger' }, remove),
      ),
    );
    shown = { key: keyOf(block), pos: block.pos, fields };
  };
  const keyOf = ({ node, pos }: Standing) => `${pos} ${node.type.name}`;
  const select = (pos: number) => {
    view.dispatch(
      view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)).scrollIntoView(),
    );
  };
  const run = (command: Command) => () => {
    command(view.state, view.dispatch, view);
  };
  const remove = () => {
    const pos = shown?.pos;
    const node = pos === undefined ? undefined : view.state.doc.nodeAt(pos);
    if (pos === undefined || !node) return;
    const tr = view.state.tr.delete(pos, pos + node.nodeSize);
    view.dispatch(
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)))),
    );
    view.focus();
  };
  const moveTools = (pos: number) => {
    const move = (by: -1 | 1) => () => {
      select(shown?.pos ?? pos);
      moveNode(by)(view.state, view.dispatch, view);
    };
    return make(
      'div',
      { class: 'panel-tools' },
      button('Move up', { class: 'quiet' }, move(-1)),
      button('Move down', { class: 'quiet' }, move(1)),
    );
  };
  const tableTools = (state: EditorState): HTMLElement[] => {
    if (!cellAround(state)) return [];
    const tool = (words: string, command: Command) =>
      button(words, { class: 'quiet' }, run(command));
    return [
      make('h3', { class: 'panel-part' }, 'Table'),
      make(
        'div',
        { class: 'panel-tools' },
        tool('Add a row', addRow),
        tool('Remove the row', removeRow),
        tool('Add a column', addColumn),
        tool('Remove the column', removeColumn),
        tool('First row names the columns, or not', toggleHead),
      ),
    ];
  };
  return {
    element,
    update: (state) => {
      const blocks = blocksAround(state);
      const [block] = blocks;
      const inTable = cellAround(state) !== undefined;
      const hasTools = element.querySelector('.panel-part') !== null;
      if (!block || !shown || shown.key !== keyOf(block) || inTable !== hasTools)
        return build(blocks, state);
      const props = propsOf(block.node);
      for (const [name, field] of shown.fields) field.show(props[name] ?? '');
    },
    focus: () => {
      const input = (field: FieldOnPage | undefined) =>
        field?.element.querySelector<HTMLElement>('input, textarea, select');
      const fields = [...(shown?.fields.values() ?? [])];
      const empty = fields.map(input).find(isUnfilled);
      (empty ?? input(fields[0]) ?? element.querySelector('button'))?.focus();
    },
    fault: (pos, prop, words) => {
      if (shown?.pos === pos && prop !== undefined) shown.fields.get(prop)?.fault(words);
    },
  };
}

function isUnfilled(input: HTMLElement | null | undefined): boolean {
  const choice = input?.closest('[role=radiogroup]');
  if (choice?.getAttribute('aria-required') === 'true') return !choice.querySelector(':checked');
  if (input?.getAttribute('aria-required') !== 'true') return false;
  return 'value' in input && input.value === '';
}

/** What a form can know of a value by itself. */
function faultOf(
  { pattern, asked }: { pattern?: string | undefined; asked?: string | undefined },
  value: string,
  needed: boolean,
): string | undefined {
  if (value === '') return needed ? 'This is needed.' : undefined;
  if (pattern === undefined || new RegExp(pattern, 'u').test(value)) return undefined;
  if (asked === 'link')
    return 'Start with / for a page of this site, or with https:// for another.';
  if (asked === 'anchor') return 'Small letters, digits and hyphens: quarter-1-invoices.';
  return 'This cannot be read: see below how it is written.';
}
