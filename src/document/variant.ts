import type { Audience } from '../publication/site.ts';
import { type Block, type Flow, isBlock } from './tree.ts';

/** Who reads a rendering, and where. */
export interface Reader {
  /** Left out, everybody: the page that shows all audiences side by side. */
  audience?: Audience | undefined;
  channel: 'web' | 'email';
}

/**
 * The part of a text that a reader gets. Every rendering starts from its result, so words for
 * another audience or channel are never there to leak. A category of which a reader gets no item is
 * not there at all.
 */
export function variantFor(nodes: readonly Flow[], reader: Reader): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    if (node.type !== 'block') return [node];
    if (!isFor(node, reader)) return [];
    const children = variantFor(node.children, reader);
    const isBare = node.name === 'Category' && !children.some((child) => isBlock(child, 'Item'));
    return isBare ? [] : [{ ...node, children }];
  });
}

function isFor(block: Block, { audience, channel }: Reader): boolean {
  if (block.name === 'WebOnly') return channel === 'web';
  if (block.name === 'EmailOnly') return channel === 'email';
  if (block.name !== 'Category' && block.name !== 'Item' && block.name !== 'For') return true;
  const { audience: only } = block.props;
  return only === undefined || audience === undefined || only === audience;
}
