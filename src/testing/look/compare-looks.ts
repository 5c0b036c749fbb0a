import type { Picture } from './picture.ts';

/** Browsers round to whole pixels each in its own way. */
const pixels = 1;
/** How much of 255 a square may be lighter or darker: letters have softer edges on some systems. */
const shade = 40;

const columns = [
  'element',
  'at 360 pixels',
  'at 640 pixels',
  'type',
  'colours in the light',
  'colours in the dark',
] as const;

interface Line {
  /** The element and its words, by which it is known again. */
  name: string;
  parts: string[];
}

/** How a bulletin looks other than its reference, a sentence for each element, in reading order. */
export function compareLooks(reference: string, look: string): string[] {
  return pair(linesOf(reference), linesOf(look)).flatMap(([was, is]) => {
    if (!is) return [`${was?.name} is gone`];
    if (!was) return [`${is.name} is new`];
    return was.parts.flatMap((part, column) => {
      const now = is.parts[column] ?? 'nothing';
      return alike(part, now) ? [] : [`${is.name}, ${columns[column]}: was ${part}, is ${now}`];
    });
  });
}

/** A line of the reference and the one of the look that stands for it. */
type Pair = readonly [was: Line | undefined, is: Line | undefined];

/* Lines of the same name side by side, as many as can be without changing the order of either. */
function pair(was: readonly Line[], is: readonly Line[]): Pair[] {
  const lengths = new Map<string, number>();
  const length = (row: number, column: number) => lengths.get(`${row} ${column}`) ?? 0;
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = is.length - 1; column >= 0; column--) {
      const same = was[row]?.name === is[column]?.name;
      const longest = same
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1));
      lengths.set(`${row} ${column}`, longest);
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < was.length || column < is.length) {
    const [one, other] = [was[row], is[column]];
    if (one && other && one.name === other.name) pairs.push([was[row++], is[column++]]);
    else if (one && length(row + 1, column) >= length(row, column + 1)) {
      pairs.push([was[row++], undefined]);
    } else pairs.push([undefined, is[column++]]);
  }
  return pairs;
}

const linesOf = (look: string): Line[] =>
  look
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [measures = '', words = ''] = line.split('\t');
      const parts = measures.split(' | ');
      return { name: `<${parts[0]}>${words && ` “${words}”`}`, parts };
    });

/* Places may differ by a pixel, everything else not at all. */
function alike(one: string, other: string): boolean {
  if (!/^-?\d+,-?\d+ \d+x\d+$/.test(one)) return one === other;
  const [was, is] = [one, other].map((place) => (place.match(/-?\d+/g) ?? []).map(Number));
  return was?.every((edge, at) => Math.abs(edge - (is?.[at] ?? Infinity)) <= pixels) === true;
}

/** Where two pictures of a bulletin differ for the eye; undefined where they do not. */
export function comparePictures(reference: Picture, picture: Picture): string | undefined {
  if (picture.width !== reference.width || Math.abs(picture.height - reference.height) > 1) {
    const size = ({ width, height }: Picture) => `${width} by ${height} squares`;
    return `the picture was ${size(reference)}, is ${size(picture)}`;
  }
  const at = reference.colours.findIndex(
    (part, index) => Math.abs(part - (picture.colours[index] ?? part)) > shade,
  );
  if (at === -1) return undefined;
  const [row, column] = [Math.floor(at / 3 / picture.width), Math.floor(at / 3) % picture.width];
  return `the picture differs, first at ${column * 8} pixels from the left and ${row * 8} from the top`;
}
