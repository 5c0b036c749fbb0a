import { documentById, type Content, type Document } from '../content/content.ts';
import type { Guidance } from '../schemas/guidance.ts';
import type { BlockProps } from './contract.ts';
import { isBlock, type Flow } from './tree.ts';
import { variantFor, type Reader } from './variant.ts';

interface Quoted {
  page: Document<Guidance>;
  nodes: Flow[];
  /** "#…" of the principle quoted, empty for the whole page. */
  anchor: string;
}

/** The guidance a block quotes, as far as `reader` gets it: the whole text, or one principle of it. */
export function quotedGuidance(
  { id, principle }: BlockProps<'Guidance'>,
  content: Content,
  reader: Reader,
): Quoted {
  const page = documentById(content.guidance, id);
  const body = variantFor(page.body, reader);
  if (principle === undefined) return { page, nodes: body, anchor: '' };
  const nodes = body.filter((node) => isBlock(node, 'Principle') && node.props.id === principle);
  return { page, nodes, anchor: `#${principle}` };
}
