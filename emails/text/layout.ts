/*
 * How plain text shows what HTML marks up, so that a reader (and the parity check) can tell: two
 * empty lines stand before a heading, a mark before an entry of a list, and an address alone on
 * its line under the words that lead there.
 */

/** The line between the parts of a bulletin. */
export const rule = '-'.repeat(24);

/** The line above a category, which holds several of them. */
export const heavyRule = '='.repeat(24);

/** Parts that are there, with an empty line between them. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  // Added up, words are copied once, at the end; joined, again in every block around them.
  let text = '';
  for (const part of parts) if (part) text += text === '' ? part : `\n\n${part}`;
  return text;
}

/** The title of an item or of the whole: capitals, after two empty lines. */
export const headed = (words: string): string => `\n${capitals(words)}`;

/* Letters whose capital is other letters, as that of ß is SS, stay: a name is read as it was written. */
function capitals(words: string): string {
  const all = words.toUpperCase();
  // Letter by letter takes twenty times as long, and titles in Latin letters seldom need it.
  if (latin.test(words) && all.toLowerCase() === words.toLowerCase()) return all;
  return words.replaceAll(/./gsu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.toLowerCase() === letter.toLowerCase() ? capital : letter;
  });
}

/** Of these letters, none has a capital that depends on what stands beside it, as a Greek sigma's does. */
const latin = /^[\0-\u024f\u2010-\u2027]*$/;

/** A heading of some level: those under an item's title stay as they were written, so that they look like no new item. */
export const headedAt =
  (level: number) =>
  (words: string): string =>
    level <= 2 ? headed(words) : `\n${words}`;

export interface Address {
  /** What is there: the words of the link. */
  words: string;
  url: string;
}

/** What is at an address, and the address. */
export const addressed = ({ words, url }: Address): string => `${unmarked(words)}:\n${url}`;

/**
 * Words that are laid out as something else is, and are only words. A line that starts as an entry of a
 * list does, "1. One", gets a space that no reader of marks takes for the end of one, and looks the same.
 * An address on a line of its own under a colon stands beside it: that is how links are told.
 */
export const unmarked = (words: string): string =>
  words
    .replaceAll(/^( *(?:-|\[ \]|\d+\.)) /gm, '$1\u00a0')
    .replaceAll(/:\n(?=https?:\/\/\S+$)/gm, ': ');

/** A paragraph, and under it, moved in, what its links lead to. */
export function withAddresses(words: string, addresses: readonly Address[]): string {
  if (addresses.length === 0) return words;
  const [only] = addresses;
  // Words that end with their one link need not say it twice.
  if (addresses.length === 1 && only && words.endsWith(only.words)) {
    return `${words}\n${indented(only.url)}`;
  }
  return [words, ...addresses.map((address) => indented(addressed(address)))].join('\n');
}

/** An entry of a list: the mark before its first line, the other lines level with its words. */
export const bulleted = (words: string, mark = '- '): string => mark + hanging(words, mark.length);

/** Every line moved in, two spaces unless told otherwise. */
export const indented = (words: string, by = 2): string => ' '.repeat(by) + hanging(words, by);

const hanging = (words: string, by: number) =>
  words.includes('\n') ? words.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`) : words;

/**
 * Wraps text at 72 characters for reading in a mail program. A line that starts with spaces or a
 * list mark continues level with its words. Addresses stand alone on their lines and are never cut.
 */
export const wrapped = (text: string, width = 72): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/*
 * A space at which a line may end. Not before what looks like the mark of a list, which must not
 * start a line, and not within a date or a phone number. Nor so that an address which is words of a
 * sentence stands alone: that is how links are told.
 */
const gap = new RegExp(
  `(?<!^ *https?://\\S+) (?!https?://)(?!(?:-|\\[|\\d+\\.)(?: |$))(?!(?<=\\b\\d{1,2} )${month}\\b)(?!(?<=${month} )\\d{4}\\b)(?!(?<=\\d{3} )\\d{3,4}\\b)`,
  'y',
);

/* What the pattern looks for behind a space begins with one of these; most words do not, and need no pattern. */
const maybeNoGap = /[-[\dhJFMASOND]/;

function isGap(text: string, at: number): boolean {
  if (!maybeNoGap.test(text.charAt(at + 1)) && !/^ *https?:/.test(text)) return true;
  gap.lastIndex = at;
  return gap.test(text);
}

/* Where a line of at most `room` characters ends: at the last gap in reach, else the first beyond it, else -1. */
function lineEnd(text: string, room: number): number {
  let at = text.lastIndexOf(' ', room);
  while (at > 0 && !isGap(text, at)) at = text.lastIndexOf(' ', at - 1);
  if (at > 0) return at;
  at = text.indexOf(' ', room + 1);
  while (at > 0 && !isGap(text, at)) at = text.indexOf(' ', at + 1);
  return at;
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const [lead = ''] = /^ *(?:- |\[ \] |\d+\. )?/.exec(line) ?? [];
  const room = width - lead.length;
  const lines: string[] = [];
  let rest = line.slice(lead.length);
  while (rest.length > room) {
    const end = lineEnd(rest, room);
    if (end < 0) break;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return lead + [...lines, rest].join(`\n${' '.repeat(lead.length)}`);
}
