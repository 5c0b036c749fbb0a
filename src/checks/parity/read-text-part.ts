import { plain, type RenderedWords } from './rendered-words.ts';

/** A line as a mail program shows it. */
interface Line {
  indent: number;
  /** The mark of a list entry: "- ", "[ ] ", "3. ". */
  mark: string;
  words: string;
}

/**
 * What a reader gets from a plain-text part. Its marks are those of emails/text/layout.ts: two
 * empty lines before a heading, a mark before an entry, an address alone on a line, and moved in
 * under a paragraph what its links lead to, which repeats words and counts once.
 */
export function readTextPart(text: string): RenderedWords {
  const words: string[] = [];
  const headings: string[] = [];
  const entries: string[] = [];
  const links: string[] = [];
  for (const { lines, heading } of blocksOf(text)) {
    const all = lines.map(parseLine);
    // Moved in under a heading is what its links lead to.
    const end = heading ? all.findIndex(({ indent }) => indent > (all[0]?.indent ?? 0)) : 0;
    const title = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trim());
    if (title.length > 0) {
      headings.push(plain(title.join(' ')));
      words.push(title.join(' '));
    }
    const block = readBlock(all.slice(title.length), all[0]?.indent);
    words.push(...block.words);
    entries.push(...block.entries);
    links.push(...block.links);
  }
  return { words: plain(words.join(' ')), headings, entries, links };
}

interface TextBlock {
  lines: string[];
  heading: boolean;
}

function blocksOf(text: string): TextBlock[] {
  return text
    .split(/\n(?=\n)(?<!\n\n)/)
    .map((part) => ({ part, empty: /^\n*/.exec(part)?.[0].length ?? 0 }))
    .map(({ part, empty }, index) => ({
      lines: part.split('\n').filter((line) => line !== '' && !/^(?:-{24}|={24})$/.test(line)),
      heading: empty >= (index === 0 ? 1 : 2),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function parseLine(line: string): Line {
  const [, space = '', mark = '', words = ''] = /^( *)(- |\[ \] |\d+\. )?(.*)$/.exec(line) ?? [];
  return { indent: space.length, mark, words };
}

const looksLikeAddress = (words: string) => /^(?:https?:\/\/\S+|\{\{\w+\}\})$/.test(words);

/*
 * Whether a line is where a link leads: moved in under the words, or under a label. An address that
 * somebody wrote as words is neither, or is the label itself.
 */
function isAddress(lines: readonly Line[], at: number, column = lines[0]?.indent ?? 0): boolean {
  const line = lines[at];
  if (!line || line.mark !== '' || !looksLikeAddress(line.words)) return false;
  const below = lines[at + 1];
  if (line.words.endsWith(':') && below?.indent === line.indent && looksLikeAddress(below.words))
    return false;
  return line.indent > column || lines[at - 1]?.words.endsWith(':') === true;
}

interface Entry {
  /** Where its words begin, counted from 0. */
  column: number;
  /** "3. " of an entry that has one. */
  number: string;
  words: string[];
}

function readBlock(lines: readonly Line[], column = lines[0]?.indent ?? 0) {
  const words: string[] = [];
  const entries: Entry[] = [];
  const links: string[] = [];
  /* What a line may belong to: the block itself, then entries, outermost first. */
  const open: Entry[] = [{ column, number: '', words: [] }];
  lines.forEach((line, index) => {
    while (open.length > 1 && (open.at(-1)?.column ?? 0) > line.indent) open.pop();
    if (line.mark !== '') {
      const number = /\d/.test(line.mark) ? line.mark : '';
      const entry = { column: columnOf(line), number, words: [] };
      open.push(entry);
      entries.push(entry);
    }
    const here = open.at(-1);
    if (isAddress(lines, index, here?.column)) {
      links.push([line.words, ...labelOf(lines, index)].join(' '));
    } else if (line.indent <= (here?.column ?? 0) || line.mark !== '' || !isLabel(lines, index)) {
      words.push(line.words);
      here?.words.push(line.words);
    }
  });
  const said = entries.map((entry) => `${entry.number}${plain(entry.words.join(' '))}`);
  return { words, links, entries: said };
}

const columnOf = ({ indent, mark }: Line) => indent + mark.length;

/* The words over an address that say what is there: they end with a colon. */
function labelOf(lines: readonly Line[], address: number): string[] {
  if (lines[address - 1]?.words.endsWith(':') !== true) return [];
  const label: string[] = [];
  for (let at = address - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || isAddress(lines, at) || columnOf(line) !== lines[address]?.indent) break;
    label.unshift(line.words);
    if (line.mark !== '') break;
  }
  return label.length === 0 ? [] : [plain(label.join(' ')) || 'no words'];
}

/* Whether a line that is moved in says what is at the address beneath it. */
function isLabel(lines: readonly Line[], index: number): boolean {
  const address = lines.findIndex((_, at) => at > index && isAddress(lines, at));
  const between = lines.slice(index, address + 1);
  return (
    address > index &&
    lines[address - 1]?.words.endsWith(':') === true &&
    between.every(({ indent, mark }) => indent === lines[index]?.indent && mark === '')
  );
}
