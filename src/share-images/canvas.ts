import type { Mask } from './draw-words.ts';

/**
 * Pixels of a few colours, each the number of one in a palette. Every line starts with a byte of its
 * own, 0, as PNG wants them, so that none is copied to be written.
 */
export interface Canvas {
  width: number;
  height: number;
  lines: Uint8Array;
}

/** An empty canvas: every pixel has the first colour. */
export const blankCanvas = (width: number, height: number): Canvas => ({
  width,
  height,
  lines: new Uint8Array((width + 1) * height),
});

/** Between paper (0) and ink (the last) stand the greys that make edges smooth. */
export const shades = 32;

/** A rectangle in one colour of the palette. */
export function fill(
  { width, lines }: Canvas,
  box: { x: number; y: number; width: number; height: number },
  colour: number,
): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    const start = y * (width + 1) + 1 + box.x;
    lines.fill(colour, start, start + box.width);
  }
}

/** Sets words with the pen at `x`, their baseline at `y`. What would fall outside is left out. */
export function set({ width, height, lines }: Canvas, mask: Mask, x: number, y: number): void {
  const [left, top] = [Math.round(x) + mask.left, Math.round(y) + mask.top];
  const from = Math.max(0, -left);
  const to = Math.min(mask.width, width - left);
  for (let row = Math.max(0, -top); row < Math.min(mask.height, height - top); row++) {
    const start = (top + row) * (width + 1) + 1 + left;
    for (let column = from; column < to; column++) {
      const shade = ((mask.ink[row * mask.width + column] ?? 0) * shades) >> 8;
      if (shade > (lines[start + column] ?? 0)) lines[start + column] = shade;
    }
  }
}
