import { history, redo, undo } from 'prosemirror-history';
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { blockShapes } from '../../editing/block-shapes.ts';
import type { Flow, Inline } from '../../protocol/tree.ts';
import { insertItems } from '../menus/insert-items.ts';
import { fromTree } from '../model/from-tree.ts';
import { makeSchema } from '../model/make-schema.ts';
import { toTree } from '../model/to-tree.ts';
import { enterInList, liftEntry, sinkEntry, toggleList } from './lists.ts';
import { mark } from './marks.ts';
import { moveNode } from './move-node.ts';
import { setProp } from './set-props.ts';
import { addColumn, addRow, goToCell, newTable, removeColumn, removeRow } from './tables.ts';

const shapes = blockShapes();
const shapeOf = (name: string) => {
  const found = shapes.find((shape) => shape.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const schema = makeSchema(shapes, 'newsletters');

const paragraph = (...words: (string | Inline)[]): Flow => ({
  type: 'paragraph',
  children: words.map((one) => (typeof one === 'string' ? { type: 'text', value: one } : one)),
});
const list = (...entries: string[]): Flow => ({
  type: 'list',
  ordered: false,
  tight: true,
  items: entries.map((words) => [paragraph(words)]),
});
const block = (name: string, props: Record<string, string>, ...children: Flow[]): Flow => ({
  type: 'block',
  name,
  props,
  children,
});

const open = (...body: Flow[]) =>
  EditorState.create({ doc: fromTree(schema, {}, body).doc, plugins: [history()] });

/** With the cursor behind some words. */
function behind(state: EditorState, words: string): EditorState {
  let at = -1;
  state.doc.descendants((node, pos) => {
    const index = node.isText ? (node.text?.indexOf(words) ?? -1) : -1;
    if (at < 0 && index >= 0) at = pos + index + words.length;
  });
  if (at < 0) throw new Error(`There is no "${words}".`);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
}

function run(state: EditorState, ...commands: Command[]): EditorState {
  let now = state;
  for (const command of commands) {
    const done = command(now, (transaction) => {
      now = now.apply(transaction);
    });
    if (!done) throw new Error('It could not be done here.');
  }
  return now;
}

/** What is there, in short: "Item[a; list(b|c)]". */
function short(state: EditorState): string {
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map((one) =>
        one.type === 'text' || one.type === 'code'
          ? one.value
          : 'children' in one
            ? `${one.type}(${words(one.children)})`
            : one.type === 'block'
              ? `<${one.name}>`
              : '/',
      )
      .join('');
  const flow = (nodes: readonly Flow[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'list':
            return `list(${node.items.map(flow).join('|')})`;
          case 'table':
            return `table(${[node.head ?? [], ...node.rows].map((row) => row.map(words).join(',')).join('|')})`;
          case 'block':
            return `${node.name}[${flow(node.children)}]`;
          case 'source':
            return node.text;
          default:
            return 'children' in node && node.type !== 'quote' ? words(node.children) : node.type;
        }
      })
      .join('; ');
  return flow(toTree(state.doc, []).body);
}

describe('moving with Alt and an arrow', () => {
  const item = (title: string, ...children: Flow[]) =>
    block('Item', { id: title, title, action: 'for-information' }, ...children);

  it.each<[string, Flow[], string, 1 | -1, string]>([
    ['an entry of a list', [list('one', 'two', 'three')], 'two', -1, 'list(two|one|three)'],
    ['a paragraph', [paragraph('one'), paragraph('two')], 'one', 1, 'two; one'],
    [
      'a paragraph past a block',
      [paragraph('one'), block('WebOnly', {}, paragraph('in'))],
      'one',
      1,
      'WebOnly[in]; one',
    ],
    [
      'an item, where it holds one thing',
      [item('a', paragraph('one')), item('b', paragraph('two'))],
      'two',
      -1,
      'Item[two]; Item[one]',
    ],
  ])('moves %s', (_, body, at, by, wanted) => {
    const moved = run(behind(open(...body), at), moveNode(by));
    expect(short(moved)).toBe(wanted);
    // The cursor goes along.
    expect(moved.selection.$head.parent.textContent).toBe(at);
  });

  it('moves what is selected as a whole, and stays where it is the last of its kind', () => {
    const state = open(paragraph('one'), item('a', paragraph('in'), paragraph('it')));
    const selected = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 5)));
    expect(short(run(selected, moveNode(-1)))).toBe('Item[in; it]; one');
    expect(moveNode(1)(behind(state, 'it'))).toBe(false);
  });
});

describe('lists', () => {
  it('are made of paragraphs, and go deeper and back', () => {
    const made = run(behind(open(paragraph('one'), paragraph('two')), 'one'), toggleList(false));
    expect(short(made)).toBe('list(one); two');
    expect(short(run(made, toggleList(false)))).toBe('one; two');
    const deep = run(behind(open(list('one', 'two')), 'two'), sinkEntry);
    expect(short(deep)).toBe('list(one; list(two))');
    expect(short(run(deep, liftEntry))).toBe('list(one|two)');
    // At the top Tab and Shift-Tab are not for the list.
    expect(liftEntry(behind(open(list('one')), 'one'))).toBe(false);
  });

  it('end with Enter in an empty entry', () => {
    expect(short(run(behind(open(list('one')), 'one'), enterInList))).toBe('list(one|)');
    const left = run(behind(open(list('one')), 'one'), enterInList, enterInList);
    expect(left.selection.$head.depth).toBe(1);
  });
});

describe('tables', () => {
  const withTable = () => {
    const table = newTable(schema);
    const doc = schema.node('doc', null, table ? [table] : []);
    const state = EditorState.create({ doc });
    return state.apply(state.tr.setSelection(TextSelection.near(doc.resolve(1))).insertText('a'));
  };

  it('grow and shrink, from two columns to five', () => {
    const wide = run(withTable(), addColumn, addRow);
    expect(short(wide)).toBe('table(a,,|,,|,,|,,)');
    expect(short(run(wide, removeRow, removeColumn))).toBe('table(a,|,|,)');
    expect(addColumn(run(wide, addColumn, addColumn))).toBe(false);
    expect(removeColumn(withTable())).toBe(false);
  });

  it('are gone through with Tab', () => {
    const next = run(withTable(), goToCell(1), goToCell(1));
    expect(short(next.apply(next.tr.insertText('b')))).toBe('table(a,|b,|,)');
    expect(goToCell(-1)(withTable())).toBe(false);
  });
});

describe('a new block', () => {
  const offered = (state: EditorState, typed: string) =>
    insertItems(state, shapes, typed).map(({ label }) => label);

  it('is offered where the contract lets it stand', () => {
    const top = open(paragraph(''));
    expect(offered(top, 'item')).toContain('Item');
    const inside = behind(open(block('Callout', {}, paragraph('in it'))), 'in it');
    // What may not stand in a callout stands behind it.
    const [checklist] = insertItems(inside, shapes, 'checklist');
    expect(checklist && short(run(inside, checklist.command))).toBe('Callout[in it]; Checklist[]');
    const { doc, Item } = makeSchema(shapes, 'knownIssues').nodes;
    expect(Item && doc?.contentMatch.matchType(Item)).toBe(null);
    expect(offered(inside, 'day')[0]).toBe('Day');
    expect(offered(behind(open(block('WebOnly', {}, paragraph('w'))), 'w'), 'item')).toContain(
      'Item',
    );
  });

  it('is found by its name, with or without macrons, and by what it is for', () => {
    expect(offered(open(paragraph('')), 'te reo maori')[0]).toBe('Te reo Māori and English');
    expect(offered(open(paragraph('')), 'gather')).toContain('Checklist');
    expect(offered(open(paragraph('')), 'xyz')).toEqual([]);
  });

  it('takes the place of an empty paragraph, stands behind one with words, and is in the undo', () => {
    const insert = (state: EditorState, typed: string) => {
      const [item] = insertItems(state, shapes, typed);
      return item ? run(state, item.command) : state;
    };
    const empty = insert(open(), 'checklist');
    expect(short(empty)).toBe('Checklist[]');
    const after = insert(behind(open(paragraph('one'), paragraph('two')), 'one'), 'callout');
    expect(short(after)).toBe('one; Callout[]; two');
    expect(short(run(after, undo))).toBe('one; two');
    const sentence = insert(behind(open(paragraph('by then')), 'by '), 'day');
    expect(short(sentence)).toBe('by <Day>then');
  });
});

describe('settings of a block', () => {
  const state = open(block('Item', {}, paragraph('in')));
  const item = shapeOf('Item');
  const title = (from: EditorState, words: string, kept = new Set<string>()) =>
    from.apply(setProp(from, 0, item, 'title', words, kept));

  it('give what is new its name in links, and leave one that was there', () => {
    const named = title(title(state, 'Ngā rā'), 'Ngā rā nui');
    expect(named.doc.firstChild?.attrs['props']).toEqual({ title: 'Ngā rā nui', id: 'nga-ra-nui' });
    const kept = title(named, 'Other', new Set(['nga-ra-nui']));
    expect(kept.doc.firstChild?.attrs['props']).toEqual({ title: 'Other', id: 'nga-ra-nui' });
  });

  it('never give two blocks one name', () => {
    const two = open(
      block('Item', { id: 'one' }, paragraph('a')),
      block('Item', {}, paragraph('b')),
    );
    const second = two.doc.firstChild?.nodeSize ?? 0;
    const named = two.apply(setProp(two, second, item, 'title', 'One', new Set()));
    expect(named.doc.lastChild?.attrs['props']).toEqual({ title: 'One', id: 'one-2' });
  });
});

it('undoes text, settings and the top of the document in their order', () => {
  let state = behind(open(block('Item', {}, paragraph('in'))), 'in');
  const stamp = (time: number) => (transaction: EditorState['tr']) => transaction.setTime(time);
  state = state.apply(stamp(1000)(state.tr.insertText(' it')));
  state = state.apply(stamp(3000)(setProp(state, 0, shapeOf('Item'), 'title', 'A', new Set())));
  state = state.apply(stamp(5000)(state.tr.setDocAttribute('fields', { summary: 'B' })));
  const steps = [state, run(state, undo), run(state, undo, undo), run(state, undo, undo, undo)];
  const seen = steps.map(({ doc }) => [
    doc.textContent,
    doc.firstChild?.attrs['props'],
    doc.attrs['fields'],
  ]);
  expect(seen).toEqual([
    ['in it', { title: 'A', id: 'a' }, { summary: 'B' }],
    ['in it', { title: 'A', id: 'a' }, {}],
    ['in it', {}, {}],
    ['in', {}, {}],
  ]);
  expect(run(state, undo, redo).doc.eq(state.doc)).toBe(true);
});

describe('marks', () => {
  it.each<[string, Inline[], string]>([
    [
      'the longer outside',
      [
        {
          type: 'strong',
          children: [
            { type: 'text', value: 'a' },
            { type: 'emphasis', children: [{ type: 'text', value: 'b' }] },
          ],
        },
      ],
      'strong(aemphasis(b))',
    ],
    [
      'a link around what is bold in it',
      [
        {
          type: 'strong',
          children: [{ type: 'link', to: '/a/', children: [{ type: 'text', value: 'b' }] }],
        },
      ],
      'link(strong(b))',
    ],
  ])('stand within each other with %s', (_, words, wanted) => {
    expect(short(open(paragraph(...words)))).toBe(wanted);
  });

  it('leave the spaces at their ends outside', () => {
    const bold = (value: string): Inline => ({
      type: 'strong',
      children: [{ type: 'text', value }],
    });
    expect(short(open(paragraph('a', bold(' b '), 'c', bold(' '))))).toBe('a strong(b) c ');
  });

  it('are put on and off', () => {
    const state = open(paragraph('one two'));
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 4)));
    const bold = run(selected, mark('strong'));
    expect(short(bold)).toBe('strong(one) two');
    expect(short(run(bold, mark('strong')))).toBe('one two');
  });
});
