import type { Cell, Table } from '../tree.ts';
import { writeWords } from './write-words.ts';

/** A table as Markdown: its first row, empty where it has no head, the line that makes it one, its rows. */
export function writeTable({ align, head, rows }: Table, source: string | undefined): string {
  const columns = head?.length ?? rows[0]?.length ?? 0;
  const top = head ?? Array.from({ length: columns }, (): Cell => []);
  const line = Array.from({ length: columns }, (_, index) => marks[align[index] ?? 'none']);
  const setting = { sentencesOnly: true, oneLine: true, source };
  const writeCell = (cell: Cell) => withoutBars(writeWords(cell, setting));
  return [top.map(writeCell), line, ...rows.map((row) => row.map(writeCell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const marks = { none: '---', left: ':--', center: ':-:', right: '--:' } as const;

/* What stands between bars is found before all else is read, also within tags and code (GitHub Flavored Markdown, 4.10). */
const tokens =
  /<[A-Z]\w*(?:\s+\w+="[^"]*")*\s*\/>|\\[^]|(?<ticks>`+)(?!`)[^]*?(?<!`)\k<ticks>(?!`)|\|/g;

/** Words of a cell in which no "|" ends it: written by its number, and in code, which knows none, behind a backslash. */
const withoutBars = (words: string): string =>
  words.replaceAll(tokens, (token) => {
    if (token.startsWith('`')) return token.replaceAll('|', '\\|');
    if (token.startsWith('<')) return token.replaceAll('|', '&#124;');
    return token === '|' || token === '\\|' ? '&#124;' : token;
  });
