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

/** How wide a line is, in parts of the size. */
export function widthOfLine(line: string, style: Omit<Style, 'size'>): number {
  const letters = [...line];
  return letters.reduce(
    (sum, letter, at) =>
      sum + advanceOf(letter, style) + kerning(letters[at - 1] ?? '', letter, style),
    0,
  );
}

/** How much closer two letters stand than their widths alone would have it (negative). */
function kerning(before: string, letter: string, style: Omit<Style, 'size'>): number {
  if (before === '') return 0;
  return advanceOf(before + letter, style) - advanceOf(before, style) - advanceOf(letter, style);
}
