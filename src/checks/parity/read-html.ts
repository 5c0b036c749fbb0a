import type { Element, Nodes } from 'hast';
import { htmlToHast } from 'satteri';
import { gridsAsLists } from './grids-as-lists.ts';
import { boundary, pausesIn, plain, type RenderedWords } from './rendered-words.ts';

/** Which part of a page is read. */
export interface Part {
  /** A class of the element to read. Left out, everything. */
  of?: string;
  /** Classes of elements to leave out: furniture that only this side has. */
  without?: readonly string[];
  /** The address of the page, which relative links start from. */
  url: string;
}

/*
 * Read by hand: hast-util-select and hast-util-to-text say the same five times as slowly (13.4 ms for
 * 2.6 ms of the longest bulletin of the sample), and every build reads every mailing four times or more.
 */

/** HTML as a tree (WHATWG HTML parsing), with nothing run and nothing fetched. */
export const parseHtml = (html: string): Nodes => htmlToHast(html);

/** What a reader gets from a part of a page or message, its links made absolute. */
export function readHtml(tree: Nodes, { of, without = [], url }: Part): RenderedWords {
  const part = of === undefined ? tree : elementsOf(tree).find((element) => hasClass(element, of));
  const root = part && gridsAsLists(part, (element) => hasClass(element, 'grid'));
  if (!root) throw new Error(`There is no element of class "${of}" to read.`);
  const headings: string[] = [];
  const entries: string[] = [];
  const links: string[] = [];
  const numbers = new Map<Nodes, number>();
  const left = (node: Nodes): boolean => node.type === 'element' && isLeftOut(node, without);

  const visit = (node: Nodes): void => {
    if (left(node)) return;
    if (node.type === 'element') {
      if (node.tagName === 'ol') number(node, numbers);
      if (/^h[1-6]$/.test(node.tagName)) headings.push(plain(textOf(node, left)));
      if (node.tagName === 'li' && !hasClass(node, 'session')) {
        const words = plain(textOf(node, (inner) => left(inner) || isList(inner)));
        entries.push(numbers.has(node) ? `${numbers.get(node)}. ${words}` : words);
      }
      if (node.tagName === 'a') links.push(...linkOf(node, textOf(node, left), url));
      if (node.tagName === 'time') links.push(...hiddenDate(node, textOf(node, left)));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  const text = textOf(root, left);
  return { words: plain(text), pauses: pausesIn(text), headings, entries, links };
}

/** Every element of a tree, each before those within it. */
export const elementsOf = (node: Nodes): Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(elementsOf) : []),
];

export const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name);

const unread = new Set(['head', 'script', 'style', 'template', 'svg']);

/* The words of a drawing within the page. */
const drawnWords = ({ tagName, properties }: Element): string | undefined =>
  tagName === 'svg' && properties['role'] === 'img'
    ? String(properties['ariaLabel'] ?? '')
    : undefined;

function isLeftOut(element: Element, without: readonly string[]): boolean {
  const { hidden, style, ariaHidden } = element.properties;
  return (
    (unread.has(element.tagName) && drawnWords(element) === undefined) ||
    (hidden !== undefined && hidden !== false) ||
    ariaHidden === 'true' ||
    (typeof style === 'string' && /display:\s*none/.test(style)) ||
    without.some((name) => hasClass(element, name))
  );
}

function number(list: Element, numbers: Map<Nodes, number>): void {
  const entries = list.children.filter((one) => one.type === 'element' && one.tagName === 'li');
  let next = Number(list.properties['start'] ?? 1);
  for (const entry of entries) {
    next = Number((entry.type === 'element' && entry.properties['value']) || next);
    numbers.set(entry, next++);
  }
}

const isList = (node: Nodes) => node.type === 'element' && /^[ou]l$/.test(node.tagName);

/* Within a line: everything else begins and ends one. */
const inline = new Set(['a', 'b', 'code', 'em', 'i', 'span', 'strong', 'time', 'wbr']);

function textOf(node: Nodes, left: (node: Nodes) => boolean): string {
  if (node.type === 'text') return node.value;
  // What a picture tells is read where it stands (HTML, 4.8.4.4), and of a drawing its name (WAI-ARIA 1.2, img).
  const drawn = node.type === 'element' && drawnWords(node);
  if (typeof drawn === 'string') return `${boundary}${drawn}${boundary}`;
  if (node.type === 'element' && node.tagName === 'img') {
    return `${boundary}${String(node.properties['alt'] ?? '')}${boundary}`;
  }
  if (!('children' in node)) return boundary;
  const words = node.children
    .map((child) => (left(child) ? boundary : textOf(child, left)))
    .join('');
  return node.type === 'element' && inline.has(node.tagName)
    ? words
    : `${boundary}${words}${boundary}`;
}

/* A link to ring or write needs no word of its own where its words say the number or the address. */
function linkOf({ properties }: Element, words: string, base: string): string[] {
  const href = String(properties['href'] ?? '');
  if (href.startsWith('{{')) return [`${href} ${plain(words)}`];
  const shown = words.replaceAll(/\s/g, '');
  if (/^(?:tel|mailto):/.test(href)) return href === `${href.split(':')[0]}:${shown}` ? [] : [href];
  return [`${URL.canParse(href, base) ? new URL(href, base).href : href} ${plain(words)}`];
}

/* What a machine reads in a date must be what a person reads: 2026-05-15 has a 15 in it and a 5. */
function hiddenDate({ properties }: Element, words: string): string[] {
  const value = String(properties['dateTime'] ?? properties['datetime'] ?? '');
  const [year = '', month = '', day = ''] = value.slice(0, 10).split('-');
  const name = new Date(Date.UTC(2000, Number(month) - 1)).toLocaleString('en-NZ', {
    month: 'long',
    timeZone: 'UTC',
  });
  const shown = words.replaceAll(/\s+/g, ' ');
  const said = shown.includes(`${Number(day)} ${name}`);
  const years = !/\b\d{4}\b/.test(shown) || shown.includes(year);
  return said && years ? [] : [`the date ${value} behind “${shown.trim()}”`];
}
