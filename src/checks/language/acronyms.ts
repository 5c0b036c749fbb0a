import type { Library, Page, Passage } from '../reading/page.ts';

/** A short form and what it stands for, as a text says it. */
export interface Definition {
  short: string;
  /** As written. */
  expansion: string;
  passage: Passage;
  from: number;
  to: number;
}

/** A short form in capitals, "AS-CMS", "ISPs", "MoE". */
export const shortForm =
  /(?<![\p{L}\d@./_-])(?:[A-Z]{2,6}(?:-[A-Z]{2,6})*|[A-Z][a-z][A-Z])(?:s(?![\p{L}]))?(?![\p{L}\d_]|-\d|[/@.]\w)/gu;

/** Every "words (SHORT)" and "SHORT (words)" of a passage whose first letters agree. */
export function definitionsIn(passage: Passage): Definition[] {
  const found: Definition[] = [];
  const { text } = passage;
  for (const match of text.matchAll(/\(([A-Z][A-Za-z]*(?:-[A-Z]+)*)\)/g)) {
    const short = singular(match[1] ?? '');
    const before = text.slice(Math.max(0, match.index - 120), match.index).trimEnd();
    const expansion = lastWords(before, short);
    if (expansion === undefined) continue;
    const from =
      match.index -
      (text.slice(0, match.index).length - text.slice(0, match.index).trimEnd().length) -
      expansion.length;
    found.push({ short, expansion, passage, from, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(/(?<![\w-])([A-Z]{2,6}(?:-[A-Z]+)*) \(([^()]{4,80})\)/g)) {
    const short = match[1] ?? '';
    const expansion = match[2] ?? '';
    if (lastWords(expansion, short) !== expansion) continue;
    found.push({ short, expansion, passage, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/**
 * Whether a text that ends with "(" says what a short form after it stands for, though its letters are not the
 * first of each word: "Extensible Markup Language (XML)", "teaching resource (TeaR)".
 */
export function isSpeltOut(before: string, short: string): boolean {
  const letters = short.toLowerCase().replaceAll(/[^a-z]/g, '');
  const name = /((?:[\p{L}’'-]+[ \u00a0]+){0,6}[\p{L}’'-]+)[ \u00a0]*\($/u.exec(
    before.slice(-120),
  )?.[1];
  if (name === undefined || letters.length < 2) return false;
  const words = name.toLowerCase().split(/[ \u00a0]+/);
  return words.some((_, at) => {
    const rest = words.slice(at).join('');
    // The short form begins within the first two letters of what it stands for.
    if (!rest.slice(0, 2).includes(letters.charAt(0))) return false;
    let from = 0;
    return [...letters].every((letter) => (from = rest.indexOf(letter, from) + 1) > 0);
  });
}

/** "in-school provision" and "In School Provisions" are one. */
export const sameExpansion = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[\s\u00a0-]+/g, ' ')
    .replace(/s$/, '')
    .trim();

/** Every definition of a page, in order. */
export const definitionsOf = ({ passages }: Page): Definition[] => passages.flatMap(definitionsIn);

/** What the glossary says a short form stands for. */
export function fromGlossary({ content }: Library, short: string): string | undefined {
  for (const { term, expansion } of content.glossary.values()) {
    if (expansion !== undefined && term.toLowerCase() === short.toLowerCase()) return expansion;
  }
  return undefined;
}

export const singular = (short: string): string => short.replace(/s$/, '');

const small = new Set(['and', 'of', 'the', 'for', 'in', 'to', 'o', 'te', '&']);

/** The words at the end of a text whose first letters make a short form, small words passed over. */
function lastWords(text: string, short: string): string | undefined {
  const letters = short.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
  const words = [...text.matchAll(/[\p{L}\d’']+/gu)];
  let at = words.length - 1;
  let start: number | undefined;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    while (
      at >= 0 &&
      !isInitial(words[at]?.[0], letters[letter]) &&
      small.has(words[at]?.[0].toLowerCase() ?? '')
    )
      at--;
    if (at < 0 || !isInitial(words[at]?.[0], letters[letter])) return undefined;
    start = words[at]?.index;
    at--;
  }
  return start === undefined ? undefined : text.slice(start);
}

const isInitial = (word: string | undefined, letter: string | undefined) =>
  word !== undefined && letter !== undefined && word.toLowerCase().startsWith(letter);
