import { type Canvas, set } from './canvas.ts';
import { advanceOf, drawWords, type Style } from './draw-words.ts';

/**
 * Sets a line letter by letter, with the room between each two that the font gives them. Each letter
 * is drawn once for all titles, which is what makes thousands of pictures cheap; on letters smaller
 * than about 40 pixels the rounding to whole pixels would show.
 */
export function setLine(canvas: Canvas, line: string, style: Style, x: number, y: number): void {
  let pen = x;
  let before = '';
  for (const letter of line) {
    pen += kerning(before, letter, style) * style.size;
    set(canvas, drawWords(letter, style), pen, y);
    pen += advanceOf(letter, style) * style.size;
    before = letter;
  }
}

/** How wide a line is, in parts of the size; each is measured once, though it is tried at many sizes. */
export function measureLines(style: Omit<Style, 'size'>): (line: string) => number {
  const known = new Map<string, number>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    let width = 0;
    let last = '';
    for (const letter of line) {
      width += kerning(last, letter, style) + advanceOf(letter, style);
      last = letter;
    }
    known.set(line, width);
    return width;
  };
}

/** How much closer two letters stand than their widths alone would have it (negative). */
function kerning(before: string, letter: string, style: Omit<Style, 'size'>): number {
  if (before === '') return 0;
  const pair = before + letter;
  const of = style.weight + (style.spacing ?? 0);
  const ofStyle = kernings.get(of) ?? new Map<string, number>();
  kernings.set(of, ofStyle);
  const known = ofStyle.get(pair);
  if (known !== undefined) return known;
  const closer = advanceOf(pair, style) - advanceOf(before, style) - advanceOf(letter, style);
  ofStyle.set(pair, closer);
  return closer;
}

/* By weight and spacing, which is a part of one. */
const kernings = new Map<number, Map<string, number>>();
