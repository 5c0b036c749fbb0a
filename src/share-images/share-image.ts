import { constants, deflateSync } from 'node:zlib';
import { keepTogether } from '../dates/keep-together.ts';
import { publication } from '../publication/site.ts';
import type { Palette, Publication } from '../publication/site.ts';
import { blankCanvas, type Canvas, fill, set, shades } from './canvas.ts';
import { advanceOf, drawWords, type Style } from './draw-words.ts';
import { fitLines } from './fit-lines.ts';
import { indexedPng } from './indexed-png.ts';
import { measureLines, setLine } from './set-line.ts';
import { shareImageSize } from './size.ts';

const { width, height } = shareImageSize;
const margin = 72;
const leading = 1.08;
const sizes = [96, 84, 74, 65, 57, 50] as const;
const heading = { weight: 800, spacing: -0.02 } as const;
const [ruleColour, accentColour] = [shades, shades + 1];

/** The picture of a page for where its address is shared: its title in the dress of the site, as PNG. */
export function shareImage(title: string): Buffer {
  const { name: site, organisation, colours } = publication();
  const name = title === site ? '' : site;
  const key = JSON.stringify([name, organisation]);
  const blank = sheets.get(key) ?? sheet(name, organisation);
  sheets.set(key, blank);
  canvas.lines.set(blank.lines);
  const box = { width: width - 2 * margin, height: 310 };
  const { size, lines } = fitLines(keepDates(title), box, sizes, leading, measureLines(heading));
  lines.forEach((line, index) => {
    const style = { ...heading, size };
    setLine(canvas, line, style, margin, 172 + (index * leading + 0.86) * size);
  });
  // Runs of one colour are nearly all there is to find, and looking for no more is so quick that to
  // hand it to another core would take longer.
  return indexedPng(
    canvas,
    palette(colours.light),
    deflateSync(canvas.lines, { strategy: constants.Z_RLE }),
  );
}

const sheets = new Map<string, Canvas>();

/* Used again and again: a new one for each picture would keep the garbage collector busy. */
const canvas = blankCanvas(width, height);

/** Everything but the title. */
function sheet(name: string, { mi, en }: Publication['organisation']): Canvas {
  const blank = blankCanvas(width, height);
  const line = { x: margin, width: width - 2 * margin };
  fill(blank, { ...line, y: 124, height: 8 }, shades - 1);
  fill(blank, { ...line, y: 506, height: 2 }, ruleColour);
  fill(blank, { x: 0, width, y: height - 24, height: 24 }, accentColour);
  setPiece(blank, name, { size: 38, weight: 800 }, margin, 98);
  setPiece(blank, mi, { size: 30, weight: 800 }, margin, 558);
  const quiet = { size: 30, weight: 500 } as const;
  setPiece(blank, en, quiet, width - margin - advanceOf(en, quiet) * quiet.size, 558);
  return blank;
}

/** Sets a line of the sheet, which is drawn once, in one piece. */
const setPiece = (canvas: Canvas, line: string, style: Style, x: number, y: number) =>
  set(canvas, drawWords(line, style), x, y);

/** A date stays on one line. */
const keepDates = (words: string) =>
  words.replaceAll(/\d{1,2} \p{Lu}\p{Ll}+ \d{4}/gu, (date) => keepTogether(date));

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const palette = ({ paper, ink, rule, accent }: Palette) =>
  [
    ...Array.from({ length: shades }, (_, shade) => {
      const inks = channels(ink);
      return channels(paper).map((from, at) =>
        Math.round(from + (((inks[at] ?? 0) - from) * shade) / (shades - 1)),
      );
    }),
    channels(rule),
    channels(accent),
  ].flat();
