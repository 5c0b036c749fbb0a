import type { Element, ElementContent, Nodes } from 'hast';
import { boundary, plain } from './rendered-words.ts';

/**
 * HTML with each table of an author read as the plain text has it: an entry for each row, its cells after
 * what their columns hold. What a cell says of its column itself, in words or for a phone, has to be the
 * same as at the top, or both are read.
 */
export function gridsAsLists<Tree extends Nodes>(
  tree: Tree,
  isGrid: (one: Element) => boolean,
): Tree {
  if (!('children' in tree)) return tree;
  const children = tree.children.map((child) =>
    child.type === 'element' && isGrid(child) ? asList(child) : gridsAsLists(child, isGrid),
  );
  return { ...tree, children };
}

function asList(table: Element): Element {
  const parts = elementsIn(table);
  const tops = parts
    .filter(({ tagName }) => tagName === 'thead')
    .flatMap(rowsOf)
    .flatMap(elementsIn);
  const rows = parts.filter(({ tagName }) => tagName === 'tbody').flatMap(elementsIn);
  return {
    ...table,
    tagName: 'div',
    children: [
      ...parts.filter(({ tagName }) => tagName === 'caption'),
      ...rows.map((row): Element =>
        row.tagName === 'tr'
          ? {
              ...row,
              tagName: 'li',
              children: elementsIn(row).map((cell, at) => asLine(cell, tops[at])),
            }
          : row,
      ),
    ],
  };
}

const elementsIn = ({ children }: Element) => children.filter((child) => child.type === 'element');
const rowsOf = (part: Element) => elementsIn(part).filter(({ tagName }) => tagName === 'tr');

/** A cell with what its column holds before it. */
function asLine(cell: Element, top: Element | undefined): Element {
  if (wordsIn(cell) === '') return { ...cell, tagName: 'p', children: [] };
  const said = cell.children.filter((child) => isLabel(child));
  const rest = cell.children.filter((child) => !isLabel(child));
  const hidden = cell.properties['dataLabel'];
  const labels = [
    ...said.map(wordsIn),
    ...(typeof hidden === 'string' ? [plain(hidden)] : []),
  ].filter((label) => label !== wordsIn(top));
  // A label of its own is said twice, with a word that no other rendering says.
  const extra = labels.map((value): ElementContent => ({
    type: 'text',
    value: ` ≠label ${value} `,
  }));
  return {
    ...cell,
    tagName: 'p',
    children: [...(top?.children ?? []), { type: 'text', value: boundary }, ...extra, ...rest],
  };
}

const isLabel = (node: ElementContent) =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes('says');

const wordsIn = (node: Nodes | undefined): string => plain(textIn(node));

const textIn = (node: Nodes | undefined): string =>
  node?.type === 'text'
    ? node.value
    : node && 'children' in node
      ? node.children.map(textIn).join('')
      : '';
