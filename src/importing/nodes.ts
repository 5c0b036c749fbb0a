import { contract, type BlockName } from '../blocks/contract.ts';
import { plainWords } from '../document/parse-inline.ts';
import { slug } from '../document/slug.ts';
import {
  cellsOf,
  type Block,
  type Flow,
  type Heading,
  type Inline,
  type List,
  type Paragraph,
  type Text,
  unwritten as at,
} from '../document/tree.ts';

/* Nodes of a draft. They stand nowhere in its source: an import writes all of it anew. */

export const text = (value: string): Text => ({ type: 'text', value, at });

export const paragraph = (children: Inline[]): Paragraph => ({ type: 'paragraph', children, at });

export const heading = (rank: number, children: Inline[]): Heading => ({
  type: 'heading',
  rank,
  id: slug(plainWords(children)),
  children,
  at,
});

/** @param numbers those of an ordered list; left out, its entries have bullets */
export function list(items: Flow[][], numbers?: readonly number[]): List {
  const counted = numbers?.every((number, index) => number === index + 1) ?? true;
  return {
    type: 'list',
    ordered: numbers !== undefined,
    ...(!counted && numbers && { numbers }),
    tight: items.every((item) => item.filter(({ type }) => type !== 'list').length <= 1),
    items,
    itemsAt: items.map(() => at),
    at,
  };
}

/**
 * A block of the contract.
 * @throws for props that the contract refuses, which is a fault of ours
 */
export function block(name: BlockName, props: object, children: Flow[] = []): Block {
  const parsed = contract[name].parse(props);
  if ('block' in parsed) {
    return { type: 'block', ...parsed.block, children, at, tag: { to: 0, values: {} } };
  }
  const faults = parsed.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`<${name}> that an import makes: ${faults.join('; ')}`);
}

/** The words of a node and all that is in it, lines and cells with a space between. */
export function wordsOf(node: Flow | Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'paragraph':
    case 'heading':
    case 'strong':
    case 'emphasis':
    case 'link':
      return node.children.map(wordsOf).join('');
    case 'list':
      return node.items.flat().map(wordsOf).join(' ');
    case 'table':
      return cellsOf(node)
        .map((cell) => cell.map(wordsOf).join(''))
        .join(' ');
    case 'block':
    case 'quote':
      return node.children.map(wordsOf).join(' ');
    case 'refused':
      return '';
  }
}

/** The same without spaces at its ends, and none twice in a row. */
export const trimmedWords = (node: Flow | Inline): string =>
  wordsOf(node).replaceAll(/\s+/g, ' ').trim();

/** Words without the line breaks at their ends. */
export function trimEnds(words: Inline[]): Inline[] {
  const isBlank = (one: Inline | undefined) =>
    one?.type === 'break' || (one?.type === 'text' && one.value.trim() === '');
  let [from, to] = [0, words.length];
  while (from < to && isBlank(words[from])) from++;
  while (to > from && isBlank(words[to - 1])) to--;
  return words.slice(from, to);
}
