import type { Flow, Inline } from '../../document/tree.ts';
import type { Element, Node } from './parse-elements.ts';

/** How what stands in a list or a table is read. */
export interface Parts {
  flow: (nodes: readonly Node[]) => Flow[];
  /** Pictures among words are put aside. */
  words: (nodes: readonly Node[], pictures: Flow[]) => Inline[];
}

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

/** Whether an element stands on lines of its own. */
export const isBlock = ({ tagName }: Element): boolean => blocks.has(tagName);

/** A paragraph within a heading or a cell is its words. */
export function unblock(node: Node): Node[] {
  if (node.type !== 'element') return [node];
  if (!isBlock(node)) return [node];
  const inside = node.children.flatMap(unblock);
  return [...inside, { type: 'element', tagName: 'br', properties: {}, children: [] }];
}
