import type { Audience } from '../publication/site.ts';
import type { Block, Flow } from './tree.ts';

/** Who reads a rendering, and where. */
export interface Reader {
  /** Left out, everybody: the page that shows all audiences side by side. */
  audience?: Audience | undefined;
  channel: 'web' | 'email';
}

/**
 * The part of a text that a reader gets. Every rendering starts from its result, so words for
 * another audience or channel are never there to leak.
 */
export function variantFor(nodes: readonly Flow[], reader: Reader): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    if (node.type !== 'block') return [node];
    return isFor(node, reader) ? [{ ...node, children: variantFor(node.children, reader) }] : [];
  });
}

function isFor(block: Block, { audience, channel }: Reader): boolean {
  if (block.name === 'WebOnly') return channel === 'web';
  if (block.name === 'EmailOnly') return channel === 'email';
  if (block.name !== 'Item' && block.name !== 'For') return true;
  const { audience: only } = block.props;
  return only === undefined || audience === undefined || only === audience;
}
