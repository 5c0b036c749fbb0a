import type { BlockUse, Page, Passage, PassageKind, Place } from './page.ts';

/** Takes the place of everything in a passage that its author did not write as plain words. */
export const blank = '\ufffc';

/** Part of a passage: its words, and where they stand in the source. */
export interface Piece {
  text: string;
  /** Where each character stands, or the offset of the first where all of them stand side by side. */
  offsets: number | readonly number[];
  /** Made by a block, or a name of a button and the like: read, and never checked as words. */
  given?: boolean;
  /** Where the source of a given piece ends. */
  end?: number;
}

export interface PassageStart {
  kind: PassageKind;
  language?: 'en' | 'mi';
  field?: string;
  block?: BlockUse | undefined;
  item?: BlockUse | undefined;
  under?: string | undefined;
  depth?: number;
  bold?: Passage['bold'];
}

/** Joins pieces into a passage that knows the place of each of its words. */
export function buildPassage(page: Page, pieces: readonly Piece[], start: PassageStart): Passage {
  const { kind, language = 'en', field, block, item, under, depth, bold = [] } = start;
  const text = pieces.map((piece) => oneLine(piece.text)).join('');
  // One string for two names where nothing is blanked out: a thousand documents fit in memory.
  const words = pieces.some(({ given }) => given)
    ? pieces
        .map((piece) => (piece.given ? blank.repeat(piece.text.length) : oneLine(piece.text)))
        .join('')
    : text;
  // Few passages are asked for a place.
  let ends: number[] | undefined;
  const unquoted = kind === 'quotation' ? blank.repeat(text.length) : withoutQuotations(words);
  return {
    kind,
    text,
    words,
    unquoted,
    language,
    bold,
    ...(field !== undefined && { field }),
    ...(block && { block }),
    ...(item && { item }),
    ...(under !== undefined && { under }),
    ...(depth !== undefined && { depth }),
    place: (from = 0, to = text.length) => ({
      ...placeOf(page, pieces, (ends ??= endsOf(pieces)), from, to),
      reads: text.slice(from, to),
    }),
  };
}

/** Where each piece ends in the words of its passage. */
function endsOf(pieces: readonly Piece[]): number[] {
  let end = 0;
  return pieces.map(({ text }) => (end += text.length));
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');

const withoutQuotations = (words: string) =>
  !/[“"]/.test(words)
    ? words
    : words.replaceAll(/“[^“”]{1,600}”|(?<![\p{L}\d])"[^"]{1,600}"(?![\p{L}\d])/gu, (quotation) =>
        blank.repeat(quotation.length),
      );

/** The source of a stretch of a passage whose pieces end at `ends`. */
function placeOf(
  page: Page,
  pieces: readonly Piece[],
  ends: readonly number[],
  from: number,
  to: number,
): Place {
  const first = sourceOffset(pieces, ends, from, 'start');
  const last = to > from ? sourceOffset(pieces, ends, to, 'end') : first;
  return { page, from: first, to: Math.max(first, last) };
}

function sourceOffset(
  pieces: readonly Piece[],
  ends: readonly number[],
  index: number,
  side: 'start' | 'end',
): number {
  const at = firstAfter(ends, side === 'start' ? index : index - 1);
  const piece = pieces[at] ?? pieces.at(-1);
  if (!piece) return 0;
  const { offsets, text, end } = piece;
  const first = typeof offsets === 'number' ? offsets : (offsets[0] ?? 0);
  const last =
    end ?? (typeof offsets === 'number' ? first + text.length : (offsets.at(-1) ?? first));
  if (at === pieces.length) return last;
  if (end !== undefined) return side === 'start' ? first : end;
  const inside = index - (ends[at - 1] ?? 0);
  if (typeof offsets === 'number') return first + inside;
  if (side === 'start') return offsets[inside] ?? last;
  return inside === text.length ? last : (offsets[inside - 1] ?? last) + 1;
}

/** The index of the first of ascending numbers that is greater. */
function firstAfter(ascending: readonly number[], number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
