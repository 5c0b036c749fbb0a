import type { Cell, Table } from '../document/tree.ts';

/** A table as HTML is made of it. */
export interface Grid {
  /** What it shows, as HTML. */
  caption?: string;
  columns: readonly Column[];
  hasHead: boolean;
  /** The cells of each row as HTML; the first says what the row is about. */
  rows: readonly (readonly string[])[];
  /** Whether a phone is too narrow for it, so that each row has to become a list there. */
  stacks: boolean;
}

export interface Column {
  /** What it holds, as HTML. */
  label: string;
  side: 'left' | 'center' | 'right';
}

/**
 * The parts of a table.
 * @param html the words of a cell
 */
export function gridOf({ head, align, rows }: Table, html: (cell: Cell) => string): Grid {
  const cells = rows.map((row) => row.map(html));
  const count = head?.length ?? rows[0]?.length ?? 0;
  const columns = Array.from({ length: count }, (_, index): Column => ({
    label: html(head?.[index] ?? []),
    side: align[index] ?? (cells.every((row) => isFigure(row[index] ?? '')) ? 'right' : 'left'),
  }));
  return { columns, hasHead: head !== undefined, rows: cells, stacks: count > 2 };
}

/** The words of HTML, to stand in an attribute. */
export const withoutTags = (html: string): string => html.replaceAll(/<[^>]*>/g, '');

/* A number, an amount or a share, without words: figures stand under each other by their last digit. */
const isFigure = (html: string) =>
  /^[$+\u2212-]*\d[\d,.]*%?$|^[\u2013\u2014-]?$/.test(withoutTags(html).trim());

/** Key dates as a table: each day or period, and what it is about, in the words of a set. */
export const datesGrid = (caption: string, rows: Grid['rows']): Grid => ({
  caption,
  columns: [
    { label: '', side: 'left' },
    { label: '', side: 'left' },
  ],
  hasHead: false,
  rows,
  stacks: true,
});
