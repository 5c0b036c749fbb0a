import { frontMatterOf } from './yaml/front-matter.ts';
import type { Problem } from '../problems/problem.ts';

type Refusal = Pick<Problem, 'expected' | 'found' | 'remedy'> & { line: number };

/* The Markdown parser looks for the end of each "{" through all that follows, and of each "<" too. */
const mostBraces = 100;
const mostTags = 1500;
/* It makes the words around each "&amp;" anew. */
const mostEntities = 4000;
/** Nobody nests ten lists; a program that writes Markdown may, and each level is one of every reading. */
export const deepest = 60;

/**
 * What there is too much of in a text for it to be parsed in a time that grows with its size and no faster:
 * pasted program code or a pasted web page, or what stands deep within quotations and lists.
 */
export function tooMuch(source: string): Refusal | undefined {
  const start = frontMatterOf(source)?.at.to ?? 0;
  const text = source.slice(start);
  const refusal =
    tooMany(text, braces) ?? tooMany(text, tags) ?? tooMany(text, entities) ?? tooDeepLine(text);
  return refusal && { ...refusal, line: refusal.line + lineOf(source, start) - 1 };
}

/** What to say of a text that stands too deep within lists, quotations and blocks. */
export const nested = {
  expected: 'a text whose lists, quotations and blocks stand a few deep within each other',
  found: 'one that is dozens deep',
  remedy: 'Take them apart: a list within a list is as much as readers can follow.',
};

const braces = {
  sign: '{',
  most: mostBraces,
  remedy: 'Remove the program code, or what was pasted by mistake: a document is plain words.',
};

const tags = {
  sign: '<',
  most: mostTags,
  remedy:
    'Paste the words of the page and not its HTML, or make several documents of it: each block is one or two of them.',
};

const entities = {
  sign: '&',
  most: mostEntities,
  remedy: 'Write the letters themselves, such as “é” and not "&eacute;".',
};

/** Where there is one more of a sign than there may be. */
function tooMany(
  source: string,
  { sign, most, remedy }: { sign: string; most: number; remedy: string },
): Refusal | undefined {
  const { count, over } = countOf(source, sign, most);
  if (count <= most) return undefined;
  const number = (one: number) => one.toLocaleString('en-NZ');
  return {
    line: lineOf(source, over),
    expected: `a text with at most ${number(most)} "${sign}"`,
    found: `${number(count)} of them, the first beyond that here`,
    remedy,
  };
}

function countOf(source: string, sign: string, most = 0): { count: number; over: number } {
  let count = 0;
  let over = 0;
  for (let at = source.indexOf(sign); at >= 0; at = source.indexOf(sign, at + 1)) {
    count += 1;
    if (count === most + 1) over = at;
  }
  return { count, over };
}

/** About how many letters the Markdown parser reads, over and over, to read a text once. */
export function lettersRead(source: string): number {
  const { length } = source;
  const braced = countOf(source, braces.sign).count;
  const tagged = countOf(source, tags.sign).count;
  return length + (length * braced) / 10 + tagged ** 2 / 10;
}

const marks = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${deepest}}`, 'm');

/** A line that starts with the marks of dozens of quotations and lists. */
function tooDeepLine(source: string): Refusal | undefined {
  const found = marks.exec(source);
  return found ? { line: lineOf(source, found.index), ...nested } : undefined;
}

const lineOf = (source: string, offset: number) => source.slice(0, offset).split('\n').length;
