import { Fragment, type Mark, type Node, type Schema } from 'prosemirror-model';
import type { Fields } from '../../protocol/document.ts';
import type { Flow, Inline } from '../../protocol/tree.ts';
import { sentenceName } from './block-dom.ts';

/** The words of a text block as they were opened: what they are in the editor, and in the tree. */
export interface Origin {
  content: Fragment;
  words: readonly Inline[];
}

/** A document in the editor, and what its words were opened as. */
export interface FromTree {
  doc: Node;
  /** By the number that each text block has as its `origin`. */
  origins: readonly Origin[];
}

/**
 * The document of the editor that a tree is. Marks of the editor are flat, where those of the tree stand
 * within each other, and a line break in a text is a space there; so words that nobody touches are given
 * back as they came.
 */
export function fromTree(schema: Schema, fields: Fields, body: readonly Flow[]): FromTree {
  const origins: Origin[] = [];
  const node = (type: string, attrs: object, content?: Fragment | readonly Node[]) =>
    schema.node(type, { ...attrs }, content);
  const textBlock = (type: string, words: readonly Inline[], attrs: object = {}) => {
    const content = Fragment.from(words.flatMap((each) => inlineNodes(schema, each, [])));
    const origin = origins.push({ content, words }) - 1;
    return node(type, { ...attrs, origin }, content);
  };
  const row = (cells: readonly (readonly Inline[])[], align: readonly (string | null)[]) =>
    node(
      'row',
      {},
      cells.map((words, at) => textBlock('cell', words, { align: align[at] ?? null })),
    );
  /* What is empty has an empty paragraph to write into. */
  const flowOf = (nodes: readonly Flow[]) =>
    nodes.length > 0 ? nodes.map(flowNode) : [schema.node('paragraph')];
  const flowNode = (one: Flow): Node => {
    switch (one.type) {
      case 'paragraph':
        return textBlock('paragraph', one.children);
      case 'heading':
        return textBlock('heading', one.children, { rank: one.rank });
      case 'list': {
        const { ordered, numbers = null, tight, items } = one;
        const entries = items.map((item) => node('item', {}, flowOf(item)));
        return node('list', { ordered, numbers, tight }, entries);
      }
      case 'quote':
        return node('quote', {}, flowOf(one.children));
      case 'table': {
        const rows = one.head ? [one.head, ...one.rows] : one.rows;
        const content = rows.map((cells) => row(cells, one.align));
        return node('table', { head: one.head !== undefined }, content);
      }
      case 'block':
        return blockNode(one);
      case 'source':
        return node('source', { from: one.from, to: one.to, text: one.text });
    }
  };
  const blockNode = ({ name, props, children }: Extract<Flow, { type: 'block' }>): Node => {
    const type = schema.nodes[name];
    if (!type) throw new RangeError(`The contract has no block <${name}>.`);
    if (type.isLeaf) return type.create({ props });
    const filled = children.length === 0 ? type.createAndFill({ props }) : undefined;
    return filled ?? type.create({ props }, flowOf(children));
  };
  const doc = schema.node('doc', { fields }, flowOf(body));
  doc.check();
  return { doc, origins };
}

function inlineNodes(schema: Schema, one: Inline, marks: readonly Mark[]): Node[] {
  const marked = (type: string, children: readonly Inline[], attrs?: object) => {
    const mark = schema.mark(type, attrs && { ...attrs });
    return children.flatMap((child) => inlineNodes(schema, child, mark.addToSet(marks)));
  };
  switch (one.type) {
    case 'text': {
      const words = one.value.replaceAll('\n', ' ');
      return words === '' ? [] : [schema.text(words, marks)];
    }
    case 'code': {
      const words = one.value.replaceAll('\n', ' ');
      const code = schema.mark('code').addToSet(marks);
      return words === '' ? [] : [schema.text(words, code)];
    }
    case 'break':
      return [schema.node('break', null, undefined, marks)];
    case 'block':
      return [schema.node(sentenceName(one.name), { props: one.props }, undefined, marks)];
    case 'link':
      return marked('link', one.children, { to: one.to });
    case 'strong':
    case 'emphasis':
      return marked(one.type, one.children);
  }
}
