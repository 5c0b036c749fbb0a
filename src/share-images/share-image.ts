import { unbroken } from '../dates/unbroken.ts';
import { site, tokens } from '../site.ts';
import { type Canvas, fill, set, shades } from './canvas.ts';
import { advanceOf, drawWords, type Style } from './draw-words.ts';
import { fitLines } from './fit-lines.ts';
import { indexedPng } from './indexed-png.ts';
import { shareImageSize } from './size.ts';

const { width, height } = shareImageSize;
const { paper, ink, rule, accent } = tokens.light;
const margin = 72;
const leading = 1.08;
const sizes = [96, 84, 74, 65, 57, 50] as const;
const heading = { weight: 800, spacing: -0.02 } as const;
const [ruleColour, accentColour] = [shades, shades + 1];

/** The picture of a page for where its address is shared: its title in the dress of the site, as PNG. */
export function shareImage(title: string): Buffer {
  const name = title === site.name ? '' : site.name;
  const blank = sheets.get(name) ?? sheet(name);
  sheets.set(name, blank);
  const canvas = { ...blank, pixels: blank.pixels.slice() };
  const box = { width: width - 2 * margin, height: 310 };
  const { size, lines } = fitLines(keepDates(title), box, sizes, leading, widthOf);
  lines.forEach((line, index) => {
    const style = { ...heading, size };
    setLine(canvas, line, style, margin, 172 + (index * leading + 0.86) * size);
  });
  return indexedPng(canvas, palette);
}

const sheets = new Map<string, Canvas>();

/** Everything but the title. */
function sheet(name: string): Canvas {
  const canvas = { width, height, pixels: new Uint8Array(width * height) };
  const line = { x: margin, width: width - 2 * margin };
  fill(canvas, { ...line, y: 124, height: 8 }, shades - 1);
  fill(canvas, { ...line, y: 506, height: 2 }, ruleColour);
  fill(canvas, { x: 0, width, y: height - 24, height: 24 }, accentColour);
  setLine(canvas, name, { size: 38, weight: 800 }, margin, 98);
  const { mi, en } = site.organisation;
  setLine(canvas, mi, { size: 30, weight: 800 }, margin, 558);
  const quiet = { size: 30, weight: 500 } as const;
  setLine(canvas, en, quiet, width - margin - lineWidth(en, quiet) * quiet.size, 558);
  return canvas;
}

function setLine(canvas: Canvas, line: string, style: Style, x: number, y: number): void {
  let pen = x;
  for (const word of line.split(' ').filter(Boolean)) {
    set(canvas, drawWords(word, style), pen, y);
    pen += (advanceOf(word, style) + advanceOf(' ', style)) * style.size;
  }
}

const lineWidth = (line: string, style: Omit<Style, 'size'>) => {
  const words = line.split(' ');
  const spaces = (words.length - 1) * advanceOf(' ', style);
  return words.reduce((sum, word) => sum + advanceOf(word, style), spaces);
};

const widthOf = (line: string) => lineWidth(line, heading);

/** A date stays on one line. */
const keepDates = (words: string) =>
  words.replaceAll(/\d{1,2} \p{Lu}\p{Ll}+ \d{4}/gu, (date) => unbroken(date));

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const palette = [
  ...Array.from({ length: shades }, (_, shade) => {
    const inks = channels(ink);
    return channels(paper).map((from, at) =>
      Math.round(from + (((inks[at] ?? 0) - from) * shade) / (shades - 1)),
    );
  }),
  channels(rule),
  channels(accent),
].flat();
