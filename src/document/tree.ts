import type { BlockName, BlockProps } from '../blocks/contract.ts';

/*
 * A document's text after parsing: a closed tree of prose and blocks. Every rendering (web,
 * email, text, search) starts from it, so they cannot differ in what they were given, and
 * nothing an author writes reaches a reader but through one of these nodes.
 */

export interface Text {
  type: 'text';
  value: string;
}

export interface Strong {
  type: 'strong';
  children: Inline[];
}

export interface Emphasis {
  type: 'emphasis';
  children: Inline[];
}

export interface Code {
  type: 'code';
  value: string;
}

export interface Break {
  type: 'break';
}

export interface Link {
  type: 'link';
  /** Starts with "/", "#" or "https://". */
  to: string;
  children: Inline[];
  line: number;
}

export interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

export interface Heading {
  type: 'heading';
  /** 1 for the first level an author may use in this place, 2 for the level beneath it. */
  rank: number;
  /** The anchor: the words of the heading, folded. */
  id: string;
  children: Inline[];
  line: number;
}

export interface List {
  type: 'list';
  ordered: boolean;
  /** Written without empty lines between entries, so that entries are not paragraphs of their own. */
  tight: boolean;
  items: Flow[][];
}

export interface Quote {
  type: 'quote';
  children: Flow[];
}

/** A block of the contract with its parsed props. */
export interface BlockOf<Name extends BlockName> {
  type: 'block';
  name: Name;
  props: BlockProps<Name>;
  children: Flow[];
  /** Where the author wrote it, counted from 1. */
  line: number;
}

export type Block = { [Name in BlockName]: BlockOf<Name> }[BlockName];
export type Prose = Paragraph | Heading | List | Quote;
export type Inline = Text | Strong | Emphasis | Code | Break | Link | Block;
export type Flow = Prose | Block;

/** Whether `node` is the block called `name`. */
export function isBlock<Name extends BlockName>(
  node: Flow | Inline,
  name: Name,
): node is Extract<Block, { name: Name }> {
  return node.type === 'block' && node.name === name;
}

/** Every block beneath `nodes`, outermost first, in the order of the text. */
export function eachBlock(nodes: readonly (Flow | Inline)[]): Block[] {
  const found: Block[] = [];
  const gather = (node: Flow | Inline) => {
    if (node.type === 'block') found.push(node);
    if (node.type === 'list') for (const item of node.items) item.forEach(gather);
    else if ('children' in node) node.children.forEach(gather);
  };
  nodes.forEach(gather);
  return found;
}
