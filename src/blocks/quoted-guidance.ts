import { documentById, type Content, type Document } from '../content/content.ts';
import type { Guidance } from '../schemas/guidance.ts';
import type { BlockProps } from './contract.ts';
import { isBlock, type Flow } from './tree.ts';

interface Quoted {
  page: Document<Guidance>;
  nodes: Flow[];
  /** "#…" of the principle quoted, empty for the whole page. */
  anchor: string;
}

/** The guidance a block quotes: the whole text, or one principle of it. */
export function quotedGuidance(
  { id, principle }: BlockProps<'Guidance'>,
  content: Content,
): Quoted {
  const page = documentById(content.guidance, id);
  if (principle === undefined) return { page, nodes: page.body, anchor: '' };
  const nodes = page.body.filter(
    (node) => isBlock(node, 'Principle') && node.props.id === principle,
  );
  return { page, nodes, anchor: `#${principle}` };
}
