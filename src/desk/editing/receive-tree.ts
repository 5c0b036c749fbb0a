import { contract, isBlockName } from '../../blocks/contract.ts';
import { slug } from '../../document/slug.ts';
import { plainWords } from '../../document/parse-inline.ts';
import { type Block, type Flow, type Inline, unwritten as at } from '../../document/tree.ts';
import { describeIssues, type Notation } from '../../problems/describe-issue.ts';
import type { NodeFault } from '../protocol/document.ts';
import type { Flow as Sent, Inline as SentInline } from '../protocol/tree.ts';

/** A text that came back: the tree, whole only where there are no faults. */
export interface Received {
  body: Flow[];
  faults: NodeFault[];
}

/**
 * The tree of a text that came from a browser, held to the contract.
 * @param original the text as it was opened, from which comes what the editor could not hold
 */
export function receiveTree(sent: readonly Sent[], original: readonly Flow[]): Received {
  const faults: NodeFault[] = [];
  const kept = new Map<string, Flow>();
  keep(original, kept);
  const body = receiveAll(sent, '', { faults, kept });
  return { body, faults };
}

interface Receiving {
  faults: NodeFault[];
  kept: ReadonlyMap<string, Flow>;
}

const placeOf = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;

function keep(nodes: readonly Flow[], kept: Map<string, Flow>): void {
  for (const node of nodes) {
    kept.set(placeOf(node.at), node);
    if (node.type === 'list') for (const item of node.items) keep(item, kept);
    else if (node.type === 'quote' || node.type === 'block') keep(node.children, kept);
  }
}

const receiveAll = (sent: readonly Sent[], path: string, receiving: Receiving): Flow[] =>
  sent.flatMap((node, index) => receiveNode(node, below(path, index), receiving) ?? []);

const below = (path: string, index: number) => (path === '' ? `${index}` : `${path}.${index}`);

function receiveNode(sent: Sent, path: string, receiving: Receiving): Flow | undefined {
  const words = (nodes: readonly SentInline[], own = path) => receiveWords(nodes, own, receiving);
  switch (sent.type) {
    case 'paragraph':
      return { type: 'paragraph', children: words(sent.children), at };
    case 'heading': {
      const children = words(sent.children);
      return { type: 'heading', rank: sent.rank, id: slug(plainWords(children)), children, at };
    }
    case 'quote':
      return { type: 'quote', children: receiveAll(sent.children, path, receiving), at };
    case 'list': {
      const { ordered, numbers, tight } = sent;
      const items = sent.items.map((item, index) =>
        receiveAll(item, below(path, index), receiving),
      );
      return { type: 'list', ordered, ...(numbers && { numbers }), tight, items, itemsAt: [], at };
    }
    case 'table': {
      const first = sent.head ? 1 : 0;
      const cells = (row: readonly SentInline[][], index: number) =>
        row.map((cell, column) => words(cell, below(below(path, index), column)));
      const head = sent.head && cells(sent.head, 0);
      const rows = sent.rows.map((row, index) => cells(row, index + first));
      const align = sent.align.map((side) => side ?? undefined);
      return { type: 'table', align, ...(head && { head }), rows, at };
    }
    case 'block':
      return receiveBlock(sent.name, sent.props, path, receiving, () =>
        receiveAll(sent.children, path, receiving),
      );
    case 'source': {
      const node = receiving.kept.get(placeOf(sent));
      if (!node) {
        receiving.faults.push({
          path,
          message: 'A part that is kept as it is written stands nowhere in the file.',
          remedy: 'Open the document again.',
        });
      }
      return node;
    }
  }
}

function receiveWords(sent: readonly SentInline[], path: string, receiving: Receiving): Inline[] {
  return sent.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'code':
        return [{ type: node.type, value: node.value, at }];
      case 'break':
        return [{ type: 'break', at }];
      case 'link':
        return [
          { type: 'link', to: node.to, children: receiveWords(node.children, path, receiving), at },
        ];
      case 'block': {
        const block = receiveBlock(node.name, node.props, path, receiving, () => []);
        return block ? [block] : [];
      }
      default:
        return [{ type: node.type, children: receiveWords(node.children, path, receiving), at }];
    }
  });
}

function receiveBlock(
  name: string,
  props: Readonly<Record<string, string>>,
  path: string,
  { faults }: Receiving,
  childrenOf: () => Flow[],
): Block | undefined {
  const children = childrenOf();
  if (!isBlockName(name)) {
    faults.push({
      path,
      message: `Expected one of the blocks; found <${name}>.`,
      remedy: 'Remove it.',
    });
    return undefined;
  }
  const parsed = contract[name].parse(props);
  if ('block' in parsed) {
    return { type: 'block', ...parsed.block, children, at, tag: { to: 0, values: {} } };
  }
  const notation: Notation = {
    pair: (key, value) => `${key}="${value}"`,
    owner: `<${name}>`,
    keysAt: () => Object.keys(contract[name].props.shape),
  };
  for (const { path: keys, expected, found, remedy } of describeIssues(
    parsed.issues,
    props,
    notation,
  )) {
    const prop = keys[0];
    const message = `Expected ${expected}; found ${found}.`;
    faults.push({ path, ...(prop !== undefined && { prop: String(prop) }), message, remedy });
  }
  return undefined;
}
