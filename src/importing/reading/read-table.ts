import { type Flow, type Inline, type Table, unwritten as at } from '../../document/tree.ts';
import { trimEnds } from '../nodes.ts';
import { type Element, property } from './parse-elements.ts';
import { type Parts, unblock } from './parts.ts';

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );

/** A table of figures or facts as one; one that only sets things side by side as what is in it. */
export function readTable(node: Element, parts: Parts): Flow[] {
  const captions = node.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  const before = captions.flatMap(({ children }) => parts.flow(children));
  const rows = rowsOf(node).map(cellsOf);
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const isLayout =
    columns < 2 ||
    rows.length < 2 ||
    ['presentation', 'none'].includes(property(node, 'role') ?? '') ||
    cells.some((cell) => holdsMuch(cell));
  if (isLayout) {
    return [...before, ...cells.flatMap(({ children }) => parts.flow(children))];
  }
  const pictures: Flow[] = [];
  const words = rows.map((row) =>
    Array.from({ length: columns }, (_, index) => {
      const cell = row[index];
      return cell ? trimEnds(parts.words(cell.children.flatMap(unblock), pictures)) : [];
    }),
  );
  const [first = [], ...rest] = words;
  const isHead = rows[0]?.every(({ tagName }) => tagName === 'th') || first.every(isStrong);
  const table: Table = {
    type: 'table',
    align: first.map(() => undefined),
    ...(isHead && { head: first.map(withoutStrong) }),
    rows: isHead ? rest : words,
    at,
  };
  return [...before, table, ...pictures];
}

/** Within a cell of a table of facts stand words, and no lists, headings or tables. */
const holdsMuch = ({ children }: Element): boolean =>
  children.some(
    (child) =>
      child.type === 'element' &&
      (/^(?:h[1-6]|ul|ol|table|blockquote)$/.test(child.tagName) || holdsMuch(child)),
  );

const isStrong = (cell: readonly Inline[]) => cell.length === 1 && cell[0]?.type === 'strong';

const withoutStrong = (cell: Inline[]): Inline[] => {
  const [only] = cell;
  return cell.length === 1 && only?.type === 'strong' ? only.children : cell;
};
