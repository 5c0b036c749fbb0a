import { contract } from '../../blocks/contract.ts';
import type { Flow as Sent, Inline as SentInline } from '../protocol/tree.ts';
import type { Block, Flow, Inline } from '../../document/tree.ts';

/** What a text was refused for, by lines counted from 1. */
type Lines = ReadonlySet<number>;

interface Sending {
  source: string;
  refused: Lines;
  lineOf: (offset: number) => number;
}

/**
 * A text as it goes to the editor. What reading refused goes as it is written: the editor could not give
 * back what reading left out of it.
 * @param refused the lines of what was refused
 */
export function sendTree(source: string, body: readonly Flow[], refused: Lines): Sent[] {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  return sendAll(body, { source, refused, lineOf });
}

const sendAll = (nodes: readonly Flow[], sending: Sending): Sent[] =>
  nodes.map((node) => sendNode(node, sending));

function sendNode(node: Flow, sending: Sending): Sent {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const children = sendWords(node.children);
      if (!children || isRefused(node.at, sending)) break;
      if (node.type === 'paragraph') return { type: 'paragraph', children };
      return { type: 'heading', rank: node.rank === 2 ? 2 : 1, children };
    }
    case 'list': {
      if (isRefused(node.at, sending)) break;
      const { ordered, numbers, tight } = node;
      const items = node.items.map((item) => sendAll(item, sending));
      return { type: 'list', ordered, ...(numbers && { numbers: [...numbers] }), tight, items };
    }
    case 'quote':
      if (isRefused(node.at, sending)) break;
      return { type: 'quote', children: sendAll(node.children, sending) };
    case 'table': {
      if (isRefused(node.at, sending)) break;
      const head = node.head && sendRow(node.head);
      const rows = node.rows.map(sendRow);
      if ((node.head && !head) || !rows.every((row) => row !== undefined)) break;
      const align = Array.from(node.align, (side) => side ?? null);
      return { type: 'table', align, ...(head && { head }), rows };
    }
    case 'block': {
      if (isMisplaced(node, sending)) break;
      const { name, children } = node;
      return { type: 'block', name, props: propsOf(node), children: sendAll(children, sending) };
    }
    case 'refused':
      break;
  }
  const { from, to } = node.at;
  return { type: 'source', from, to, text: sending.source.slice(from, to) };
}

const isRefused = ({ from, to }: Flow['at'], { refused, lineOf }: Sending): boolean => {
  const [first, last] = [lineOf(from), lineOf(Math.max(from, to - 1))];
  return [...refused].some((line) => first <= line && line <= last);
};

/** What is refused at its tag: where it stands, or what it holds. That it is empty can be mended where it is. */
function isMisplaced({ name, at, tag, children }: Block, sending: Sending): boolean {
  const isEmpty = children.length === 0 && contract[name].holds !== 'nothing';
  return !isEmpty && isRefused({ from: at.from, to: tag.to }, sending);
}

/** The props of a block that were given: all of them are text. */
const propsOf = ({ props }: Block): Record<string, string> =>
  Object.fromEntries(
    Object.entries(props).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );

function sendRow(row: readonly (readonly Inline[])[]): SentInline[][] | undefined {
  const sent = row.map(sendWords);
  return sent.every((cell) => cell !== undefined) ? sent : undefined;
}

/** Words as they go, or nothing where a part of them was refused. */
function sendWords(nodes: readonly Inline[]): SentInline[] | undefined {
  const sent: SentInline[] = [];
  for (const node of nodes) {
    if (node.type === 'refused') return undefined;
    if (node.type === 'block') {
      if (node.children.length > 0) return undefined;
      sent.push({ type: 'block', name: node.name, props: propsOf(node) });
    } else if (node.type === 'text' || node.type === 'code') {
      sent.push({ type: node.type, value: node.value });
    } else if (node.type === 'break') sent.push({ type: 'break' });
    else {
      const children = sendWords(node.children);
      if (!children) return undefined;
      if (node.type === 'link') sent.push({ type: 'link', to: node.to, children });
      else sent.push({ type: node.type, children });
    }
  }
  return sent;
}
