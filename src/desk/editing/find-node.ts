import type { Flow, Inline, Span } from '../../document/tree.ts';

/** A node of a tree by its path, and the prop of it that a place stands in. */
export interface FoundNode {
  /** "3.0": the first child of the fourth. Entries of a list, rows and cells of a table count as children. */
  path: string;
  at: Readonly<Span>;
  prop?: string;
  /** The node on lines of its own: of a cell the table. */
  node: Flow;
}

/** The innermost node in which a place of the source stands; nothing where it stands between them. */
export function findNode(body: readonly Flow[], offset: number): FoundNode | undefined {
  return among(body, [], offset);
}

const holds = ({ from, to }: Readonly<Span>, offset: number) => from <= offset && offset < to;

function among(
  nodes: readonly Flow[],
  path: readonly number[],
  offset: number,
): FoundNode | undefined {
  const index = nodes.findIndex((node) => holds(node.at, offset));
  const node = nodes[index];
  return node && within(node, [...path, index], offset);
}

function within(node: Flow, path: readonly number[], offset: number): FoundNode {
  const own = { path: path.join('.'), at: node.at, node };
  switch (node.type) {
    case 'list': {
      const item = node.itemsAt.findIndex((at) => holds(at, offset));
      return among(node.items[item] ?? [], [...path, item], offset) ?? own;
    }
    case 'quote':
      return among(node.children, path, offset) ?? own;
    case 'refused':
    case 'block': {
      if (!('tag' in node)) return own;
      if (offset >= node.tag.to) return among(node.children, path, offset) ?? own;
      const prop = Object.entries(node.tag.values).find(([, at]) => holds(at, offset));
      return prop ? { ...own, at: prop[1], prop: prop[0] } : own;
    }
    case 'table': {
      const rows = node.head ? [node.head, ...node.rows] : node.rows;
      for (const [row, cells] of rows.entries())
        for (const [column, cell] of cells.entries()) {
          const at = spanOfWords(cell);
          if (at && holds(at, offset)) return { path: [...path, row, column].join('.'), at, node };
        }
      return own;
    }
    default:
      return own;
  }
}

function spanOfWords(words: readonly Inline[]): Span | undefined {
  const [first, last] = [words[0], words.at(-1)];
  return first && last && { from: first.at.from, to: last.at.to };
}
