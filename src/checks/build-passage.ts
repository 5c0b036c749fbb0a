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
    place: (from = 0, to = text.length) => placeOf(page, pieces, from, to),
  };
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');

const withoutQuotations = (words: string) =>
  !/[“"]/.test(words)
    ? words
    : words.replaceAll(/“[^“”]{1,600}”|(?<![\p{L}\d])"[^"]{1,600}"(?![\p{L}\d])/gu, (quotation) =>
        blank.repeat(quotation.length),
      );

function placeOf(page: Page, pieces: readonly Piece[], from: number, to: number): Place {
  const first = sourceOffset(pieces, from, 'start');
  const last = to > from ? sourceOffset(pieces, to, 'end') : first;
  return { page, from: first, to: Math.max(first, last) };
}

function sourceOffset(pieces: readonly Piece[], index: number, side: 'start' | 'end'): number {
  let before = 0;
  let last = 0;
  for (const piece of pieces) {
    const inside = index - before;
    const { offsets, text, end } = piece;
    const first = typeof offsets === 'number' ? offsets : (offsets[0] ?? 0);
    last = end ?? (typeof offsets === 'number' ? first + text.length : (offsets.at(-1) ?? first));
    const here = side === 'start' ? inside < text.length : inside <= text.length;
    if (here) {
      if (end !== undefined) return side === 'start' ? first : end;
      if (typeof offsets === 'number') return first + inside;
      if (side === 'start') return offsets[inside] ?? last;
      return inside === text.length ? last : (offsets[inside - 1] ?? last) + 1;
    }
    before += text.length;
  }
  return last;
}
