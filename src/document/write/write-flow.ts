import { contract, type BlockDefinition } from '../../blocks/contract.ts';
import { firstHeading, firstHeadingIn } from '../first-heading.ts';
import { numberOf, type Block, type Flow, type Heading, type Paragraph } from '../tree.ts';
import { asRead } from './as-read.ts';
import { markOf, prefixed, writeList } from './write-list.ts';
import { writeTable } from './write-table.ts';
import { writeTag } from './write-tag.ts';
import { writeWords } from './write-words.ts';

/** Where a run of nodes stands. */
export interface FlowSetting {
  /** The number of "#" of the first level of heading here. */
  firstHeading: number;
  /** In a list or a quotation, where only sentences may stand. */
  sentencesOnly: boolean;
  /** No empty lines between them: the entry of a tight list. */
  tight: boolean;
  /** What was read, which says what to write for parts that reading refused. */
  source?: string | undefined;
}

/** The text of a document, outside all blocks. */
export const outermost: FlowSetting = { firstHeading, sentencesOnly: false, tight: false };

/** Where the children of a block stand. */
export const insideBlock = ({ name }: Block, setting: FlowSetting): FlowSetting => ({
  ...setting,
  firstHeading: firstHeadingIn(name, setting.firstHeading),
});

/**
 * Nodes as MDX in the style of the sample documents. Reading it again gives the same nodes, for all
 * that reading can give. No line break at the end.
 */
export function writeFlow(nodes: readonly Flow[], setting: FlowSetting = outermost): string {
  return nodes
    .map(
      (node, index) =>
        lineBetween(nodes[index - 1], node, setting) +
        writeNode(node, setting, nodes.slice(0, index)),
    )
    .join('');
}

/** The line breaks between two nodes: in the entry of a tight list one, where that parts them. */
export function lineBetween(before: Flow | undefined, node: Flow, { tight }: FlowSetting): string {
  if (!before) return '';
  const parts =
    node.type === 'paragraph'
      ? before.type === 'heading' || (before.type === 'paragraph' && (isTag(before) || isTag(node)))
      : !(node.type === 'list' && before.type === 'paragraph' && numberOf(node, 0) !== 1);
  return tight && parts ? '\n' : '\n\n';
}

const isTag = ({ children }: Paragraph) => children.length === 1 && children[0]?.type === 'block';

/**
 * One node as MDX, without the indentation of what it stands in.
 * @param before the nodes before it: of two lists in a row the second has other marks
 */
export function writeNode(node: Flow, setting: FlowSetting, before: readonly Flow[] = []): string {
  switch (node.type) {
    case 'paragraph':
      return writeWords(node.children, { ...setting, oneLine: false });
    case 'heading':
      return writeHeading(node, setting);
    case 'list':
      return writeList(node, setting, markOf(node, before));
    case 'table':
      return writeTable(node, setting.source);
    case 'quote':
      return prefixed(writeFlow(node.children, withinSentences(setting)), '> ');
    case 'block':
      return writeBlock(node, setting);
    case 'refused':
      return asRead(node, setting.source);
  }
}

/** What stands in a list or a quotation. */
export const withinSentences = (setting: FlowSetting, tight = false): FlowSetting => ({
  ...setting,
  sentencesOnly: true,
  tight,
});

function writeHeading({ rank, children }: Heading, setting: FlowSetting): string {
  const depth = setting.firstHeading + rank - 1;
  const oneLine = depth !== 2 || children.every(({ type }) => type !== 'break');
  const words = writeWords(children, { ...setting, oneLine });
  return oneLine ? `${'#'.repeat(depth)} ${words}` : `${words}\n---`;
}

function writeBlock(block: Block, setting: FlowSetting): string {
  const { name, props, children } = block;
  const { holds }: BlockDefinition = contract[name];
  if (holds === 'nothing') return writeTag(name, props);
  return writeTag(name, props, writeFlow(children, insideBlock(block, setting)));
}
