import type { Inline as InlineNode, Refused, Span } from '../../document/tree.ts';
import { alignToSource } from './align-to-source.ts';
import { blank, type Piece } from './build-passage.ts';
import type { LinkUse } from './page.ts';
import { isElement, printed, readBlock } from './read-block.ts';
import type { Surroundings } from './read-flow.ts';
import type { Collected } from './read-page.ts';

/** What running text is made of: its pieces in order, and the stretches that are bold or links. */
export interface Inline {
  pieces: Piece[];
  bold: { from: number; to: number }[];
  links: (Pick<LinkUse, 'to' | 'by' | 'place'> & { span: { from: number; to: number } })[];
}

/** Reads the nodes of a paragraph. */
export function readInline(
  nodes: readonly InlineNode[],
  around: Surroundings,
  into: Collected,
): Inline {
  const { page } = into;
  const found: Inline = { pieces: [], bold: [], links: [] };
  let length = 0;
  const push = (piece: Piece) => {
    length += piece.text.length;
    found.pieces.push(piece);
  };
  const walk = (node: InlineNode): void => {
    const { from, to: end } = node.at;
    if (isElement(node)) {
      readBlock(node, around, into);
      if (node.type === 'refused') return refuse(node);
      return push({ text: printed(node), offsets: from, end, given: true });
    }
    switch (node.type) {
      case 'text':
        return push(readText(node.value, page.source, node.at));
      case 'code':
        return push({ text: node.value, offsets: from, end, given: true });
      case 'break':
        return push({ text: '\n', offsets: from, end, given: true });
      case 'emphasis':
      case 'strong': {
        const start = length;
        node.children.forEach(walk);
        if (node.type === 'strong') found.bold.push({ from: start, to: length });
        return undefined;
      }
      case 'link': {
        const start = length;
        node.children.forEach(walk);
        const place = { page, from, to: end };
        found.links.push({ to: node.to, by: 'text', place, span: { from: start, to: length } });
        return undefined;
      }
      case 'refused':
        refuse(node);
        node.children.forEach(walk);
        if (node.children.length > 0) push({ text: blank, offsets: end, end, given: true });
    }
  };
  /* The words around it do not stand side by side. */
  const refuse = ({ at }: Refused) => {
    into.refused.push(at);
    push({ text: blank, offsets: at.from, end: at.to, given: true });
  };
  nodes.forEach(walk);
  return found;
}

/** Words with their places; blanks that the parser put over what it could not read are no blanks. */
function readText(value: string, source: string, { from, to }: Span): Piece {
  const offsets = alignToSource(value, source.slice(from, to), from);
  if (!offsets || !/\s\s/.test(value)) return { text: value, offsets: offsets ?? from };
  const isOverlooked = (index: number) => /[^\s&]/.test(source[offsets[index] ?? to] ?? ' ');
  const text = value.replaceAll(/ /g, (space, index: number) =>
    isOverlooked(index) ? blank : space,
  );
  return { text, offsets };
}
