import { randomUUID } from 'node:crypto';
import { contract, isBlockName, type BlockName } from '../../blocks/contract.ts';
import { firstHeading, firstHeadingIn } from '../../document/first-heading.ts';
import { slug } from '../../document/slug.ts';
import { plainWords } from '../../document/parse-inline.ts';
import { type Block, type Flow, type Inline, unwritten as at } from '../../document/tree.ts';
import { outermost, writeFlow } from '../../document/write/write-flow.ts';
import { writeUnfinishedTag } from '../../document/write/write-tag.ts';
import type { NodeFault } from '../protocol/document.ts';
import type { Flow as Sent, Inline as SentInline, Props } from '../protocol/tree.ts';
import { type Kept, keptNodes } from './kept-nodes.ts';

/** A text that came back. */
export interface Received {
  body: Flow[];
  /** What no text can have: nothing is written then. */
  faults: NodeFault[];
  /**
   * Blocks whose props do not keep the contract yet, as they are written. In the tree stands a word in place
   * of each, which nothing else has: those that stand in others come first.
   */
  unfinished: ReadonlyMap<string, string>;
}

interface Receiving {
  source: string;
  kept: Kept;
  faults: NodeFault[];
  unfinished: Map<string, string>;
}

/** Where nodes stand: their path, and the number of "#" of the first level of heading there. */
interface Where {
  path: string;
  firstHeading: number;
}

/**
 * The tree of a text that came from a browser: nodes of the vocabulary, blocks and props of the contract, and
 * nothing else.
 * @param source the text as it was opened
 * @param original its tree, from which comes what the editor could not hold
 * @param refused the lines of what was refused of it
 */
export function receiveTree(
  sent: readonly Sent[],
  source: string,
  original: readonly Flow[],
  refused: ReadonlySet<number>,
): Received {
  const receiving: Receiving = {
    source,
    kept: keptNodes(source, original, refused),
    faults: [],
    unfinished: new Map(),
  };
  const body = receiveAll(sent, { path: '', firstHeading }, receiving);
  return { body, faults: receiving.faults, unfinished: receiving.unfinished };
}

const receiveAll = (sent: readonly Sent[], where: Where, receiving: Receiving): Flow[] =>
  sent.flatMap((node, index) => receiveNode(node, below(where, index), receiving) ?? []);

const below = ({ path, ...where }: Where, index: number): Where => ({
  ...where,
  path: path === '' ? `${index}` : `${path}.${index}`,
});

function receiveNode(sent: Sent, where: Where, receiving: Receiving): Flow | undefined {
  const words = (nodes: readonly SentInline[], own = where) => receiveWords(nodes, own, receiving);
  switch (sent.type) {
    case 'paragraph':
      return { type: 'paragraph', children: words(sent.children), at };
    case 'heading': {
      const children = words(sent.children);
      return { type: 'heading', rank: sent.rank, id: slug(plainWords(children)), children, at };
    }
    case 'quote':
      return { type: 'quote', children: receiveAll(sent.children, where, receiving), at };
    case 'list': {
      const { ordered, numbers, tight } = sent;
      const items = sent.items.map((item, index) =>
        receiveAll(item, below(where, index), receiving),
      );
      return { type: 'list', ordered, ...(numbers && { numbers }), tight, items, itemsAt: [], at };
    }
    case 'table': {
      const first = sent.head ? 1 : 0;
      const cells = (row: readonly SentInline[][], index: number) =>
        row.map((cell, column) => words(cell, below(below(where, index), column)));
      const head = sent.head && cells(sent.head, 0);
      const rows = sent.rows.map((row, index) => cells(row, index + first));
      const align = sent.align.map((side) => side ?? undefined);
      return { type: 'table', align, ...(head && { head }), rows, at };
    }
    case 'block': {
      const unchanged = receiving.kept.unfinished(sent);
      if (unchanged) return unchanged;
      const inner = isBlockName(sent.name)
        ? firstHeadingIn(sent.name, where.firstHeading)
        : where.firstHeading;
      const inside = { ...where, firstHeading: inner };
      const children = receiveAll(sent.children, inside, receiving);
      const found = receiveBlock(sent.name, sent.props, children, inside, receiving);
      return typeof found === 'string'
        ? { type: 'paragraph', children: [{ type: 'text', value: found, at }], at }
        : found;
    }
    case 'source': {
      const node = receiving.kept.at(sent);
      if (!node) {
        receiving.faults.push({
          path: where.path,
          message: 'A part that is kept as it is written stands nowhere in the file.',
          remedy: 'Open the document again.',
        });
      }
      return node;
    }
  }
}

function receiveWords(sent: readonly SentInline[], where: Where, receiving: Receiving): Inline[] {
  return sent.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'code':
        return [{ type: node.type, value: node.value, at }];
      case 'break':
        return [{ type: 'break', at }];
      case 'block': {
        const found = receiveBlock(node.name, node.props, [], where, receiving);
        if (typeof found === 'string') return [{ type: 'text', value: found, at }];
        return found ? [found] : [];
      }
      case 'link': {
        const children = receiveWords(node.children, where, receiving);
        return [{ type: 'link', to: node.to, children, at }];
      }
      default:
        return [{ type: node.type, children: receiveWords(node.children, where, receiving), at }];
    }
  });
}

/** A block; where it is unfinished the word in its place; nothing where it is none of the contract. */
function receiveBlock(
  name: string,
  props: Props,
  children: Flow[],
  where: Where,
  receiving: Receiving,
): Block | string | undefined {
  const { faults, unfinished } = receiving;
  const refuse = (message: string, prop?: string) => {
    const { path } = where;
    faults.push({ path, ...(prop !== undefined && { prop }), message, remedy: 'Remove it.' });
  };
  if (!isBlockName(name)) {
    refuse(`Expected one of the blocks; found <${name}>.`);
    return undefined;
  }
  const known = Object.keys(contract[name].props.shape);
  const strangers = Object.keys(props).filter((prop) => !known.includes(prop));
  for (const prop of strangers) {
    refuse(`Expected only ${known.join(', ') || 'no props'} in <${name}>; found "${prop}".`, prop);
  }
  if (strangers.length > 0) return undefined;
  const parsed = contract[name].parse(props);
  if ('block' in parsed) {
    return { type: 'block', ...parsed.block, children, at, tag: { to: 0, values: {} } };
  }
  const word = `unfinished${randomUUID().replaceAll('-', '')}`;
  unfinished.set(word, writeUnfinished(name, props, children, where, receiving));
  return word;
}

function writeUnfinished(
  name: BlockName,
  props: Props,
  children: readonly Flow[],
  where: Where,
  { source }: Receiving,
): string {
  const values = Object.fromEntries(
    // A line break in a tag would end its line, and a paragraph with it.
    Object.entries(props).map(([key, value]) => [key, value.replaceAll(/\s+/g, ' ')]),
  );
  if (contract[name].holds === 'nothing') return writeUnfinishedTag(name, values);
  const setting = { ...outermost, firstHeading: where.firstHeading, source };
  return writeUnfinishedTag(name, values, writeFlow(children, setting));
}
