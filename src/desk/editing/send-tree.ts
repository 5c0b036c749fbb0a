import { contract, isBlockName, type BlockDefinition } from '../../blocks/contract.ts';
import { lineFinder } from '../../document/line-finder.ts';
import type { Flow as Sent, Inline as SentInline } from '../protocol/tree.ts';
import type { Block, Flow, Inline, RefusedElement } from '../../document/tree.ts';

/** Where nodes stand, and what was refused of them. */
export interface SendOptions {
  /** The lines of what was refused, counted from 1; left out where that is not known. */
  refused?: ReadonlySet<number>;
  /** The collection or the block that they stand directly in; nothing where anything may. */
  inside: string | undefined;
}

interface Sending {
  source: string;
  refused: ReadonlySet<number>;
  lineOf: (offset: number) => number;
  inside: string | undefined;
}

/**
 * A text as it goes to the editor. What reading refused goes as it is written: the editor could not give
 * back what reading left out of it. A block that lacks something goes as a block, to be finished.
 */
export function sendTree(
  source: string,
  body: readonly Flow[],
  { refused = new Set(), inside }: SendOptions,
): Sent[] {
  const lineAt = lineFinder(source);
  return sendAll(body, { source, refused, inside, lineOf: (from) => lineAt({ from }) });
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
      const within = { ...sending, inside: name };
      return { type: 'block', name, props: propsOf(node), children: sendAll(children, within) };
    }
    case 'refused': {
      const unfinished = 'name' in node ? sendUnfinished(node, sending) : undefined;
      if (unfinished) return unfinished;
    }
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

/** A tag of the contract whose props do not keep it yet, but which stands and holds what it may. */
function sendUnfinished(node: RefusedElement, sending: Sending): Sent | undefined {
  const { name, children, tag } = node;
  if (!isBlockName(name)) return undefined;
  const { holds, place, within, props: known }: BlockDefinition = contract[name];
  const { inside, source } = sending;
  if (place === 'sentence' || (within && inside !== undefined && !within.includes(inside)))
    return undefined;
  const [only] = children;
  const isRight = {
    nothing: children.length === 0,
    list: children.length === 1 && only?.type === 'list',
    table: children.length === 1 && only?.type === 'table',
    prose: !children.some(({ type }) => type === 'block' || type === 'refused'),
    blocks: true,
  }[holds];
  if (!isRight && children.length > 0) return undefined;
  const written = Object.entries(tag.values).map(([key, { from, to }]) => [
    key,
    source.slice(from, to),
  ]);
  const props: Record<string, string> = {};
  for (const [key = '', value = ''] of written) {
    // What is written in another way than we write it would not come back as it is.
    if (
      !Object.hasOwn(known.shape, key) ||
      /&(?!quot;|amp;)(?:#|[a-z][a-z0-9]*;)|\s\s|\n/i.test(value)
    )
      return undefined;
    props[key] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  if (Object.keys(tag.values).length !== attributeCount(source.slice(node.at.from, tag.to)))
    return undefined;
  return { type: 'block', name, props, children: sendAll(children, { ...sending, inside: name }) };
}

/** How many attributes a tag has, those without a value and those in braces too. */
const attributeCount = (tag: string): number =>
  tag.replace(/^<\w+/, '').match(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')|\{[^}]*\}|[\w-]+/g)?.length ?? 0;
