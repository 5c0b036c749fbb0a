import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** How words are set: pixels, and letter spacing in parts of the size. */
export interface Style {
  size: number;
  weight: 500 | 800;
  spacing?: number;
}

/** Words as they come from the pen: how much ink is on each pixel, 0 to 255. */
export interface Mask {
  width: number;
  height: number;
  ink: Uint8Array;
  /** From the left edge and the top of the mask to where the words start on their baseline. */
  left: number;
  baseline: number;
}

const fontFile = (weight: number) =>
  fileURLToPath(new URL(`./atkinson-hyperlegible-next-${weight}.ttf`, import.meta.url));

/* Our own font and no other, so that the picture is the same on every machine. resvg reads neither
   WOFF2 nor variable fonts, hence two cuts of the site's font as TrueType (SIL OFL 1.1, OFL.txt),
   which also have the ō that its files lack. */
const fonts = {
  500: { loadSystemFonts: false, fontFiles: [fontFile(500)] },
  800: { loadSystemFonts: false, fontFiles: [fontFile(800)] },
};

/** Draws words once, however many pictures they stand in. */
export function drawWords(words: string, style: Style): Mask {
  const key = JSON.stringify([words, style]);
  const mask = masks.get(key) ?? draw(words, style);
  masks.set(key, mask);
  return mask;
}

/** How far words move the pen, in parts of the size. */
export function advanceOf(words: string, { weight, spacing = 0 }: Omit<Style, 'size'>): number {
  const key = JSON.stringify([words, weight, spacing]);
  const known = advances.get(key);
  if (known !== undefined) return known;
  const style = { size: 100, weight, spacing };
  // A box has no room beside its letters; between two of the same letter it shows.
  const advance = (boxWidth(`H${words}H`, style) - boxWidth('HH', style)) / style.size;
  advances.set(key, advance);
  return advance;
}

const masks = new Map<string, Mask>();
const advances = new Map<string, number>();

function draw(words: string, style: Style): Mask {
  const left = Math.ceil(style.size / 4);
  const baseline = Math.ceil(style.size * 1.1);
  const width = Math.ceil(advanceOf(words, style) * style.size) + 2 * left;
  const height = Math.ceil(style.size * 1.5);
  const { pixels } = parse(words, style, { left, baseline, width, height }).render();
  // The fourth byte of each pixel says how much of it is covered.
  const ink = Uint8Array.from({ length: width * height }, (_, at) => pixels[4 * at + 3] ?? 0);
  return { width, height, ink, left, baseline };
}

const boxWidth = (words: string, style: Style) =>
  parse(words, style, { left: 0, baseline: style.size, width: 9999, height: 200 }).getBBox()
    ?.width ?? 0;

interface Place {
  left: number;
  baseline: number;
  width: number;
  height: number;
}

function parse(words: string, { size, weight, spacing = 0 }: Style, place: Place): Resvg {
  const { left, baseline, width, height } = place;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text xml:space="preserve" x="${left}" y="${baseline}" font-family="Atkinson Hyperlegible Next" font-weight="${weight}" font-size="${size}" letter-spacing="${spacing * size}">${asXml(words)}</text></svg>`,
    { font: fonts[weight] },
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const asXml = (words: string) => words.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign);
