import type { Node } from 'prosemirror-model';
import { type Fields, fields as fieldsSchema } from '../../protocol/document.ts';
import type { Flow, Inline } from '../../protocol/tree.ts';
import { propsOf } from './block-dom.ts';
import type { Origin } from './from-tree.ts';
import { toWords } from './to-words.ts';

/** A document of the editor as the tree that it is. */
export interface ToTree {
  fields: Fields;
  body: Flow[];
  /**
   * Where each node of the tree stands in the editor, by its path: "3.0.1" is the second child of the first
   * of the fourth. Entries of a list count as children, and so do rows of a table and their cells.
   */
  places: ReadonlyMap<string, number>;
}

/**
 * The tree that a document of the editor is. An empty paragraph is nothing.
 * @param origins what its words were opened as
 */
export function toTree(doc: Node, origins: readonly Origin[]): ToTree {
  const places = new Map<string, number>();
  const words = ({ attrs, content }: Node): Inline[] => {
    const origin = origins[Number(attrs['origin'] ?? -1)];
    return origin?.content.eq(content) ? [...origin.words] : toWords(content);
  };
  const childrenOf = <Made>(
    parent: Node,
    pos: number,
    path: string,
    make: (child: Node, pos: number, path: string) => Made,
    leaveOut: (child: Node) => boolean = () => false,
  ): Made[] => {
    const made: Made[] = [];
    parent.forEach((child, offset) => {
      if (leaveOut(child)) return;
      const own = path === '' ? `${made.length}` : `${path}.${made.length}`;
      const at = pos + offset;
      places.set(own, at);
      made.push(make(child, at, own));
    });
    return made;
  };
  const flowOf = (parent: Node, pos: number, path: string): Flow[] =>
    childrenOf(parent, pos + 1, path, flowNode, isNothing);
  const flowNode = (node: Node, pos: number, path: string): Flow => {
    const { attrs } = node;
    switch (node.type.name) {
      case 'paragraph':
        return { type: 'paragraph', children: words(node) };
      case 'heading':
        return { type: 'heading', rank: attrs['rank'] === 2 ? 2 : 1, children: words(node) };
      case 'list':
        return {
          type: 'list',
          ordered: attrs['ordered'] === true,
          ...(Array.isArray(attrs['numbers']) && { numbers: attrs['numbers'].map(Number) }),
          tight: attrs['tight'] === true,
          items: childrenOf(node, pos + 1, path, flowOf),
        };
      case 'quote':
        return { type: 'quote', children: flowOf(node, pos, path) };
      case 'table':
        return tableNode(node, pos, path);
      case 'source': {
        const { from, to, text } = attrs;
        return { type: 'source', from: Number(from), to: Number(to), text: String(text) };
      }
      default:
        return {
          type: 'block',
          name: node.type.name,
          props: propsOf(node),
          children: isUnfilled(node) ? [] : flowOf(node, pos, path),
        };
    }
  };
  const tableNode = (node: Node, pos: number, path: string): Flow => {
    const rows = childrenOf(node, pos + 1, path, (row, at, own) =>
      childrenOf(row, at + 1, own, words),
    );
    const [head, ...rest] = rows;
    const align = Array.from(node.firstChild?.content.content ?? [], alignOf);
    return node.attrs['head'] === true && head
      ? { type: 'table', align, head, rows: rest }
      : { type: 'table', align, rows };
  };
  const body = childrenOf(doc, 0, '', flowNode, isNothing);
  return { fields: fieldsSchema.parse(doc.attrs['fields']), body, places };
}

type Side = 'left' | 'center' | 'right' | null;

const alignOf = ({ attrs }: Node): Side =>
  (['left', 'center', 'right'] as const).find((side) => side === attrs['align']) ?? null;

const isNothing = (node: Node): boolean =>
  node.type.name === 'paragraph' && node.content.size === 0;

/* What a new block is given to write into, such as a list with an empty entry, is nothing yet. */
const isUnfilled = (node: Node): boolean =>
  node.type.createAndFill()?.content.eq(node.content) === true;
