/** Words set in lines at a size in pixels. */
export interface FittedLines {
  size: number;
  lines: string[];
}

/**
 * Sets words as large as they fit: no line wider than `width`, no more than `height` of lines. Lines
 * come out about equally long. Words that fit at no size are cut with an ellipsis.
 * @param sizes in pixels, the largest first
 * @param leading the height of a line in parts of the size
 * @param widthOf how wide words are in parts of the size
 */
export function fitLines(
  words: string,
  box: { width: number; height: number },
  sizes: readonly [number, ...number[]],
  leading: number,
  widthOf: (words: string) => number,
): FittedLines {
  let size: number = sizes[0];
  let lines: string[] = [];
  for (size of sizes) {
    lines = wrap(words.split(' '), box.width / size, widthOf);
    const isNarrow = lines.every((line) => widthOf(line) <= box.width / size);
    if (isNarrow && lines.length * leading * size <= box.height) {
      return { size, lines: balanced(words.split(' '), lines, box.width / size, widthOf) };
    }
  }
  const fitting = lines.slice(0, Math.floor(box.height / (leading * size)));
  return { size, lines: [...fitting.slice(0, -1), `${fitting.at(-1) ?? ''}…`] };
}

/** The narrowest setting that takes no more lines. */
function balanced(
  words: readonly string[],
  lines: string[],
  width: number,
  widthOf: (words: string) => number,
): string[] {
  const narrower = wrap(words, width * 0.95, widthOf);
  const fits = narrower.every((line) => widthOf(line) <= width * 0.95);
  return fits && narrower.length === lines.length
    ? balanced(words, narrower, width * 0.95, widthOf)
    : lines;
}

function wrap(
  words: readonly string[],
  width: number,
  widthOf: (words: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
