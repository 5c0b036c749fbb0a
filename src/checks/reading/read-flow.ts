import { firstHeading, firstHeadingIn } from '../../document/first-heading.ts';
import { cellsOf, type Flow, type Inline } from '../../document/tree.ts';
import { buildPassage, type PassageStart } from './build-passage.ts';
import type { BlockUse, ListUse, Passage } from './page.ts';
import { type Element, isElement, readBlock } from './read-block.ts';
import { readInline } from './read-inline.ts';
import type { Collected } from './read-page.ts';

/** Where words stand. */
export interface Surroundings {
  kind: PassageStart['kind'];
  block?: BlockUse | undefined;
  item?: BlockUse | undefined;
}

/** Where a run of nodes stands. */
interface Around extends Surroundings {
  /** The heading above, kept up to date while reading. */
  heading: { words: string | undefined };
  /** The number of "#" of the first level of heading here. */
  depth: number;
}

/** Collects what there is in a document. */
export const readBody = (body: readonly Flow[], into: Collected): unknown =>
  readFlow(body, { kind: 'paragraph', heading: { words: undefined }, depth: firstHeading }, into);

/**
 * Collects the passages, links, blocks and lists of flow content, in order.
 * @returns the passage of each node; nothing where it is none
 */
function readFlow(
  nodes: readonly (Flow | Inline)[],
  around: Around,
  into: Collected,
): (Passage | undefined)[] {
  const lists: { index: number; list: { after?: Passage } }[] = [];
  const read: (Passage | undefined)[] = [];
  const readNode = (node: Flow | Inline, index: number): Passage | undefined => {
    const element = elementIn(node);
    if (element) return readElement(element, around, into);
    switch (node.type) {
      case 'paragraph':
        return readProse(node.children, around, into);
      case 'heading': {
        const depth = around.depth + node.rank - 1;
        const passage = readProse(node.children, { ...around, kind: 'heading' }, into, depth);
        around.heading.words = passage?.text;
        return passage;
      }
      case 'list': {
        const before = nodes[index - 1]?.type === 'paragraph' ? read.at(-1) : undefined;
        const entries = node.items.map(
          (item) => readFlow(item, { ...around, kind: 'entry' }, into)[0],
        );
        const { block } = around;
        const list: ListUse & { after?: Passage } = {
          ordered: node.ordered,
          entries,
          ...(before && { before }),
          ...(block && { block }),
        };
        lists.push({ index, list });
        into.lists.push(list);
        return undefined;
      }
      case 'table':
        for (const cell of cellsOf(node)) readProse(cell, { ...around, kind: 'entry' }, into);
        return undefined;
      case 'quote':
        readFlow(node.children, { ...around, kind: 'quotation' }, into);
        return undefined;
      case 'refused':
        into.refused.push(node.at);
        return undefined;
      default:
        return undefined;
    }
  };
  nodes.forEach((node, index) => read.push(readNode(node, index)));
  for (const { index, list } of lists) {
    const after = read[index + 1];
    if (after) list.after = after;
  }
  return read;
}

/** The tag that a node is, or that alone makes a paragraph, as in an entry of a list. */
function elementIn(node: Flow | Inline): Element | undefined {
  if (isElement(node)) return node;
  if (node.type !== 'paragraph') return undefined;
  const [only] = node.children;
  return only && isElement(only) && only.at.from === node.at.from && only.at.to === node.at.to
    ? only
    : undefined;
}

function readElement(element: Element, around: Around, into: Collected): undefined {
  if (element.type === 'refused') {
    const { at, tag } = element;
    const last = into.page.source.lastIndexOf('\n', at.to) + 1;
    into.refused.push({ from: at.from, to: tag.to }, { from: Math.max(tag.to, last), to: at.to });
  }
  const block = readBlock(element, around, into);
  const inside = {
    ...around,
    ...(block.name === 'Quote' && { kind: 'quotation' as const }),
    block,
    depth: firstHeadingIn(block.name, around.depth),
  };
  readFlow(
    element.children,
    opensPart(block) ? { ...inside, ...itemIn(block), heading: { words: undefined } } : inside,
    into,
  );
}

/* Under the headings before it stands nothing that is inside. */
const opensPart = ({ name }: BlockUse) => name === 'Category' || name === 'Item';
const itemIn = (block: BlockUse) => (block.name === 'Item' ? { item: block } : {});

function readProse(
  nodes: readonly Inline[],
  { kind, block, item, heading }: Around,
  into: Collected,
  depth?: number,
): Passage | undefined {
  const { pieces, bold, links } = readInline(nodes, { kind, block, item }, into);
  if (pieces.length === 0) return undefined;
  const passage = buildPassage(into.page, pieces, {
    kind,
    block,
    item,
    bold,
    under: heading.words,
    ...(depth !== undefined && { depth }),
  });
  into.passages.push(passage);
  for (const { span, ...link } of links) {
    into.links.push({
      ...link,
      words: passage.text.slice(span.from, span.to),
      passage,
      span,
      ...(item && { item }),
    });
  }
  return passage;
}
