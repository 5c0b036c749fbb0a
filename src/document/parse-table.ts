import type { Paragraph, Table as MdastTable } from 'mdast';
import type { Parsing } from './parse-body.ts';
import { parseInline } from './parse-inline.ts';
import type { Setting } from './parse-flow.ts';
import { refuse } from './refuse.ts';
import { spanOf } from './span-of.ts';
import type { Cell, RefusedMarkdown, Table } from './tree.ts';

/** More do not stand side by side where a bulletin is read. */
export const mostColumns = 5;

/** Turns a table of Markdown (GitHub Flavored Markdown, 4.10) into ours; what readers could not follow is reported. */
export function parseTable(
  node: MdastTable,
  { sentencesOnly }: Setting,
  parsing: Parsing,
): Table | RefusedMarkdown {
  const { report } = parsing;
  if (sentencesOnly) return refuse(node, parsing);
  const lines = node.children.map(({ position }) => position?.start.line ?? 1);
  const [top = [], ...rows] = node.children.map(({ children }) =>
    children.map((cell): Cell => parseInline(cell.children, parsing)),
  );
  const [line = 1, ...lineOfRow] = lines;
  if (top.length < 2 || top.length > mostColumns) {
    report(line, {
      expected: `a table of 2 to ${mostColumns} columns`,
      found: `one of ${top.length}`,
      remedy:
        top.length < 2
          ? 'Write a list: start each entry with "- ".'
          : 'Leave columns out, or make two tables, so that it can be read on a phone.',
    });
  }
  if (rows.length === 0) {
    report(line, {
      expected: 'rows under the first row of a table',
      found: 'none',
      remedy: 'Write each row on a line of its own, right under the line of hyphens.',
    });
  }
  const headless = top.every((cell) => cell.length === 0);
  if (!headless && top.slice(1).some((cell) => cell.length === 0)) {
    report(line, {
      expected: 'words at the top of each column but the first',
      found: 'none at the top of one',
      remedy:
        'Say there what the column holds. Leave the whole first row empty where only the first column says what is what.',
    });
  }
  rows.forEach((row, index) => {
    const at = lineOfRow[index] ?? line;
    if (row.length !== top.length) {
      report(at, {
        expected: `${top.length} cells, as in the first row of the table`,
        found: `${row.length}`,
        remedy:
          'Write one cell for each column, with "|" between them. For a "|" in words write \\|.',
      });
    } else if (row[0]?.length === 0) {
      report(at, {
        expected: 'words in the first cell of each row, which say what the row is about',
        found: 'none',
        remedy: 'Write them, or put what the row says into the row above.',
      });
    }
  });
  const align = node.align?.map((side) => side ?? undefined) ?? [];
  return { type: 'table', align, ...(!headless && { head: top }), rows, at: spanOf(node) };
}

/** Reports a paragraph that was meant for a table: the second line has to say how many columns there are. */
export function expectTable(node: Paragraph, { source, report }: Parsing): void {
  const { from, to } = spanOf(node);
  const [first = '', second] = source.slice(from, to).split('\n');
  if (second === undefined || ![first, second].every((line) => /^\s*\|.*\|\s*$/.test(line))) return;
  const columns = first
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/).length;
  report(node.position?.start.line ?? 1, {
    expected: `a second line of hyphens, one run for each of the ${columns} columns of a table`,
    found: `"${second.trim().slice(0, 60)}"`,
    remedy: `Write ${`| --- `.repeat(columns)}| under the first row, which says what each column holds.`,
  });
}
