import { isDeepStrictEqual } from 'node:util';
import type { Flow } from '../../document/tree.ts';
import type { Flow as Sent } from '../protocol/tree.ts';
import { sendTree } from './send-tree.ts';

/** Nodes of a text that go back into it as they are written. */
export interface Kept {
  /** The node that stands at a place. */
  at: (place: { from: number; to: number }) => Flow | undefined;
  /** The block that was sent so, and whose props do not keep the contract. */
  unfinished: (sent: Sent) => Flow | undefined;
}

/**
 * What the editor may give back of a text without a change.
 * @param lines those of what was refused
 */
export function keptNodes(source: string, body: readonly Flow[], lines: ReadonlySet<number>): Kept {
  const byPlace = new Map<string, Flow>();
  const refused: { sent: Sent | undefined; node: Flow }[] = [];
  const gather = (nodes: readonly Flow[]) => {
    for (const node of nodes) {
      byPlace.set(placeOf(node.at), node);
      if (node.type === 'list') node.items.forEach(gather);
      else if (node.type === 'quote' || node.type === 'block') gather(node.children);
      else if (node.type === 'refused' && 'name' in node) {
        const options = { refused: lines, inside: undefined };
        refused.push({ sent: sendTree(source, [node], options)[0], node });
        gather(node.children);
      }
    }
  };
  gather(body);
  return {
    at: (place) => byPlace.get(placeOf(place)),
    unfinished: (sent) => refused.find((one) => isDeepStrictEqual(one.sent, sent))?.node,
  };
}

const placeOf = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;
