import { plainText } from '../plain-text.ts';
import type { Span } from '../tree.ts';

/** A stretch of a text and what takes its place; an empty stretch is a place to put something. */
export interface Edit extends Span {
  text: string;
}

/**
 * A file with some stretches of its text changed. Lines that no edit touches keep each byte: line
 * ends, the mark at the very start, letters and macrons as two characters. Lines that one does touch
 * end as those of the file do.
 * @param original the file, decoded and otherwise as it is on disk
 * @param edits in units of the text as it is read (`plainText`); of two that overlap the one that starts first counts
 */
export function splice(original: string, edits: readonly Edit[]): string {
  const text = plainText(original);
  const mark = original.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lines = original.slice(mark.length).match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
  const starts = lineStarts(text);
  const lineEnd = /\r\n?|\n/.exec(original)?.[0] ?? '\n';
  let written = mark;
  let next = 0;
  let end = 0;
  const copyLines = (until: number) => {
    written += lines.slice(next, until).join('');
    next = Math.max(next, until);
  };
  // Edits that touch the same line are made in one go.
  for (const group of byLines(inOrder(edits), starts)) {
    copyLines(group.first);
    end = starts[group.first] ?? text.length;
    let changed = '';
    for (const edit of group.edits) {
      changed += text.slice(end, edit.from) + edit.text;
      end = edit.to;
    }
    changed += text.slice(end, starts[group.last + 1] ?? text.length);
    written += lineEnd === '\n' ? changed : changed.replaceAll('\n', lineEnd);
    next = group.last + 1;
  }
  copyLines(lines.length);
  return written;
}

/** Later edits last, without those that change nothing or overlap. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const ordered: Edit[] = [];
  for (const edit of edits.toSorted(compare)) {
    const before = ordered.at(-1);
    if (!before || edit.from >= before.to) ordered.push(edit);
  }
  return ordered;
}

/** What is put in at a place comes before what is changed from there on; of two changes the longer counts. */
const compare = (a: Edit, b: Edit) =>
  a.from - b.from || Number(b.from === b.to) - Number(a.from === a.to) || b.to - a.to;

function byLines(edits: readonly Edit[], starts: readonly number[]) {
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = lineOf(edit.from, starts);
    // What ends with its line break leaves the next line as it is.
    const isStart = (at: number) => starts[lineOf(at, starts)] === at;
    const whole = edit.to > edit.from && isStart(edit.to) && isStart(edit.from);
    const ends = whole && (edit.text === '' || edit.text.endsWith('\n'));
    const last = Math.max(first, lineOf(ends ? edit.to - 1 : edit.to, starts));
    const open = groups.at(-1);
    if (open && first <= open.last) {
      open.edits.push(edit);
      open.last = Math.max(open.last, last);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups;
}

const lineStarts = (text: string): number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1),
];

/** The index of the last of ascending starts that is no further than an offset. */
function lineOf(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
