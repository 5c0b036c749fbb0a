import type { Mask } from './draw-words.ts';

/** Pixels of a few colours, each the number of one in a palette. */
export interface Canvas {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Between paper (0) and ink (the last) stand the greys that make edges smooth. */
export const shades = 32;

/** A rectangle in one colour of the palette. */
export function fill(
  { width, pixels }: Canvas,
  box: { x: number; y: number; width: number; height: number },
  colour: number,
): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    pixels.fill(colour, y * width + box.x, y * width + box.x + box.width);
  }
}

/** Sets words with the pen at `x`, their baseline at `y`. What would fall outside is left out. */
export function set({ width, height, pixels }: Canvas, mask: Mask, x: number, y: number): void {
  const [left, top] = [Math.round(x) - mask.left, Math.round(y) - mask.baseline];
  for (let row = Math.max(0, -top); row < Math.min(mask.height, height - top); row++) {
    for (let column = Math.max(0, -left); column < Math.min(mask.width, width - left); column++) {
      const shade = Math.round(((mask.ink[row * mask.width + column] ?? 0) * (shades - 1)) / 255);
      const at = (top + row) * width + left + column;
      if (shade > (pixels[at] ?? 0)) pixels[at] = shade;
    }
  }
}
