import type { Node } from 'mdast';
import type { Span } from './tree.ts';

/** Where a node of the parser stands. */
export const spanOf = ({ position }: Node): Span => ({
  from: position?.start.offset ?? 0,
  to: position?.end.offset ?? 0,
});

/** From the start of the first of these nodes to the end of the last. */
export const spanOfAll = (nodes: readonly Node[]): Span => ({
  from: nodes[0]?.position?.start.offset ?? 0,
  to: nodes.at(-1)?.position?.end.offset ?? 0,
});
