import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const fontFile = (weight: number) =>
  fileURLToPath(new URL(`./atkinson-hyperlegible-next-${weight}.ttf`, import.meta.url));

/* Our own font and no other, so that the picture is the same on every machine. resvg reads neither
   WOFF2 nor variable fonts, hence two cuts of the site's font as TrueType (SIL OFL 1.1, OFL.txt). */
const font = {
  loadSystemFonts: false,
  fontFiles: [fontFile(500), fontFile(800)],
  defaultFontFamily: 'Atkinson Hyperlegible Next',
};

/** A picture as PNG. */
export const draw = (svg: string): Uint8Array => new Resvg(svg, { font }).render().asPng();

/** How wide words are in the heavy cut of the font, in parts of the font size. */
export function widthOf(words: string): number {
  const known = widths.get(words);
  if (known !== undefined) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="100"><text y="80" font-weight="800" font-size="100">${asXml(words)}</text></svg>`;
  const width = (new Resvg(svg, { font }).getBBox()?.width ?? 0) / 100;
  widths.set(words, width);
  return width;
}

const widths = new Map<string, number>();

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words within SVG. */
export const asXml = (words: string): string =>
  words.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
