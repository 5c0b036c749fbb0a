import type { Node, Parent } from 'mdast';
import { deepest } from './too-much.ts';

/** The first node that stands too deep within others to be read, however deep it is. */
export function tooDeep(root: Node): Node | undefined {
  let level: Node[] = [root];
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap((node) => (isParent(node) ? node.children : []));
    if (level.length === 0) return undefined;
  }
  return level[0];
}

const isParent = (node: Node): node is Parent => 'children' in node;
