import { Fragment, type Node, type Schema } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { ancestor } from './around.ts';

/** More columns do not stand side by side where a bulletin is read. */
const mostColumns = 5;

/** A table of two columns with a head and two rows, all of them empty. */
export function newTable({ nodes }: Schema): Node | undefined {
  const cells = () =>
    [nodes['cell']?.create(), nodes['cell']?.create()].filter((one) => one !== undefined);
  const rows = [0, 1, 2]
    .map(() => nodes['row']?.create(null, cells()))
    .filter((one) => one !== undefined);
  return nodes['table']?.create({ head: true }, rows);
}

/** The table that the cursor is in, and its row and column. */
export function cellAround({ selection: { $from } }: EditorState) {
  const table = ancestor($from, 'table');
  if (!table) return undefined;
  return {
    table: table.node,
    pos: table.pos,
    row: $from.index(table.depth),
    column: $from.index(table.depth + 1),
  };
}

type Around = NonNullable<ReturnType<typeof cellAround>>;

/** Puts other rows into the table around the cursor, which goes to a cell of it. */
const withRows =
  (
    change: (
      rows: readonly Node[][],
      around: Around,
      empty: (like: Node) => Node,
    ) => { rows: Node[][]; row: number; column: number } | undefined,
  ): Command =>
  (state, dispatch) => {
    const around = cellAround(state);
    if (!around) return false;
    const before = around.table.content.content.map((row) => [...row.content.content]);
    const empty = (like: Node) => like.type.create({ align: like.attrs['align'] });
    const made = change(before, around, empty);
    if (!made) return false;
    if (!dispatch) return true;
    const { row: rowType } = state.schema.nodes;
    const rows = made.rows.flatMap((cells) => rowType?.create(null, cells) ?? []);
    const table = around.table.type.create(around.table.attrs, Fragment.from(rows));
    const tr = state.tr.replaceWith(around.pos, around.pos + around.table.nodeSize, table);
    tr.setSelection(
      TextSelection.near(tr.doc.resolve(around.pos + placeOf(table, made.row, made.column))),
    );
    dispatch(tr.scrollIntoView());
    return true;
  };

function placeOf(table: Node, row: number, column: number): number {
  let at = 2;
  for (let index = 0; index < row; index++) at += table.child(index).nodeSize;
  for (let index = 0; index < column; index++) at += table.child(row).child(index).nodeSize;
  return at + 1;
}

export const addRow: Command = withRows((rows, { row, column }, empty) => {
  const like = rows[row] ?? [];
  return { rows: rows.toSpliced(row + 1, 0, like.map(empty)), row: row + 1, column };
});

export const removeRow: Command = withRows((rows, { row, column, table }) => {
  if (rows.length <= (table.attrs['head'] === true ? 2 : 1)) return undefined;
  return { rows: rows.toSpliced(row, 1), row: Math.min(row, rows.length - 2), column };
});

export const addColumn: Command = withRows((rows, { row, column }, empty) => {
  if ((rows[0]?.length ?? 0) >= mostColumns) return undefined;
  const wider = rows.map((cells) => {
    const like = cells[column];
    return like ? cells.toSpliced(column + 1, 0, empty(like)) : cells;
  });
  return { rows: wider, row, column: column + 1 };
});

export const removeColumn: Command = withRows((rows, { row, column }) => {
  const count = rows[0]?.length ?? 0;
  if (count <= 2) return undefined;
  const narrower = rows.map((cells) => cells.toSpliced(column, 1));
  return { rows: narrower, row, column: Math.min(column, count - 2) };
});

/** Whether the first row of a table says what each column holds. */
export const toggleHead: Command = (state, dispatch) => {
  const around = cellAround(state);
  if (!around) return false;
  dispatch?.(state.tr.setNodeAttribute(around.pos, 'head', around.table.attrs['head'] !== true));
  return true;
};

/** Goes to the next cell, or the one before; past the last one into a row that is new. */
export const goToCell =
  (by: -1 | 1): Command =>
  (state, dispatch, view) => {
    const around = cellAround(state);
    if (!around) return false;
    const { table, pos, row, column } = around;
    const columns = table.child(row).childCount;
    const next = row * columns + column + by;
    if (next < 0) return false;
    if (next >= columns * table.childCount) {
      if (!dispatch || !view) return true;
      addRow(state, dispatch);
      const fresh = cellAround(view.state);
      const at = fresh && fresh.pos + placeOf(fresh.table, fresh.row, 0);
      if (at !== undefined) {
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
      }
      return true;
    }
    const at = pos + placeOf(table, Math.floor(next / columns), next % columns);
    const cell = state.doc.resolve(at).parent;
    dispatch?.(
      state.tr
        .setSelection(TextSelection.create(state.doc, at, at + cell.content.size))
        .scrollIntoView(),
    );
    return true;
  };
