import type { BlockName, BlockProps } from '../blocks/contract.ts';

/*
 * A document's text after parsing: a closed tree of prose and blocks. Every rendering (web,
 * email, text, search) starts from it, so they cannot differ in what they were given, and
 * nothing an author writes reaches a reader but through one of these nodes. Each knows where it
 * stands in the source.
 */

/**
 * A stretch of a source, in UTF-16 units from its start, front matter included: of the text as it is
 * read, in NFC with Unix line ends. `source.slice(from, to)` is what the author wrote.
 */
export interface Span {
  from: number;
  to: number;
}

/** The place of a node that nobody wrote: made of other data while rendering. No other place is empty. */
export const unwritten: Readonly<Span> = { from: 0, to: 0 };

interface Placed {
  at: Readonly<Span>;
}

export interface Text extends Placed {
  type: 'text';
  value: string;
}

export interface Strong extends Placed {
  type: 'strong';
  children: Inline[];
}

export interface Emphasis extends Placed {
  type: 'emphasis';
  children: Inline[];
}

export interface Code extends Placed {
  type: 'code';
  value: string;
}

export interface Break extends Placed {
  type: 'break';
}

export interface Link extends Placed {
  type: 'link';
  /** Starts with "/", "#" or "https://". */
  to: string;
  children: Inline[];
}

export interface Paragraph extends Placed {
  type: 'paragraph';
  children: Inline[];
}

export interface Heading extends Placed {
  type: 'heading';
  /** 1 for the first level an author may use in this place, 2 for the level beneath it. */
  rank: number;
  /** The anchor: the words of the heading, folded. */
  id: string;
  children: Inline[];
}

export interface List extends Placed {
  type: 'list';
  ordered: boolean;
  /** The number of each entry of an ordered list, where they are other than 1, 2, 3: see `numberOf`. */
  numbers?: readonly number[];
  /** Written without empty lines between entries, so that entries are not paragraphs of their own. */
  tight: boolean;
  items: Flow[][];
  /** Where each of the items stands, its mark included. */
  itemsAt: readonly Readonly<Span>[];
}

/** The number that readers see before the entry at `index` of an ordered list. */
export function numberOf({ numbers }: Pick<List, 'numbers'>, index: number): number {
  const written = numbers?.[index];
  if (written !== undefined) return written;
  const last = numbers?.length ?? 0;
  return (numbers?.at(-1) ?? 0) + 1 + index - last;
}

/** Whether an entry's number is other than one more than that before it, so that it has to be said. */
export const jumps = (list: Pick<List, 'numbers'>, index: number): boolean =>
  index > 0 && numberOf(list, index) !== numberOf(list, index - 1) + 1;

export interface Quote extends Placed {
  type: 'quote';
  children: Flow[];
}

/** The words of one cell. */
export type Cell = Inline[];

/** A table whose first column says what each row is about. */
export interface Table extends Placed {
  type: 'table';
  /** How each column stands, where its author said so. */
  align: readonly ('left' | 'center' | 'right' | undefined)[];
  /** What each column holds; left out where only the first column says what is what. */
  head?: Cell[];
  /** Each with as many cells as every other, and as the head. */
  rows: Cell[][];
}

/** Every cell of a table, row by row. */
export const cellsOf = ({ head = [], rows }: Table): Cell[] => [...head, ...rows.flat()];

/** The opening tag of a block, which stands at the beginning of its place. */
export interface Tag {
  /** Where it ends. */
  to: number;
  /** Where the value of each prop stands, as written between its quotation marks. */
  values: Readonly<Record<string, Readonly<Span>>>;
}

/** A block of the contract with its parsed props. */
export interface BlockOf<Name extends BlockName> extends Placed {
  type: 'block';
  name: Name;
  props: BlockProps<Name>;
  children: Flow[];
  tag: Tag;
}

/**
 * What the vocabulary does not have, or a tag whose props do not keep the contract. A text that holds
 * one has been reported, so no rendering is given it; the checks read what is inside, and it can be
 * shown and written back as it stands in the source.
 */
export type Refused = RefusedMarkdown | RefusedElement;

export interface RefusedMarkdown extends Placed {
  type: 'refused';
  /** What could be read of its inside. */
  children: Inline[];
}

export interface RefusedElement extends Placed {
  type: 'refused';
  /** As written: it may be no name of a block, and empty. */
  name: string;
  tag: Tag;
  children: Flow[];
}

export type Block = { [Name in BlockName]: BlockOf<Name> }[BlockName];
export type Prose = Paragraph | Heading | List | Quote | Table;
export type Inline = Text | Strong | Emphasis | Code | Break | Link | Block | Refused;
export type Flow = Prose | Block | Refused;

/** Whether `node` is the block called `name`. */
export function isBlock<Name extends BlockName>(
  node: Flow | Inline,
  name: Name,
): node is Extract<Block, { name: Name }> {
  return node.type === 'block' && node.name === name;
}

/**
 * For renderings, which are only ever given texts without problems.
 * @throws always: who renders a text has to have heard first what is wrong with it
 */
export function neverRendered(node: Refused): never {
  const what = 'name' in node ? `<${node.name}>` : 'Markdown';
  throw new Error(`${what} at ${node.at.from} was refused: its text should not be rendered.`);
}

/**
 * Every block beneath `nodes`, outermost first, in the order of the text. What was refused has none: it
 * is reported as a whole first.
 */
export function eachBlock(nodes: readonly (Flow | Inline)[]): Block[] {
  const found: Block[] = [];
  const gather = (node: Flow | Inline) => {
    if (node.type === 'refused') return;
    if (node.type === 'block') found.push(node);
    if (node.type === 'list') for (const item of node.items) item.forEach(gather);
    else if (node.type === 'table') cellsOf(node).flat().forEach(gather);
    else if ('children' in node) node.children.forEach(gather);
  };
  nodes.forEach(gather);
  return found;
}

/**
 * The table that a <Table> holds.
 * @throws where there is none: parsing refuses such a text
 */
export function tableOf({ children, at }: BlockOf<'Table'>): Table {
  const [table] = children;
  if (table?.type !== 'table') throw new Error(`<Table> at ${at.from} holds no table.`);
  return table;
}
