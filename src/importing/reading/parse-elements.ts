import { htmlToHast, markdownToHast, markdownToMdast } from 'satteri';
import { BadInput } from '../../problems/problem.ts';

/** An element of a page. Hast, as far as an import reads it. */
export interface Element {
  type: 'element';
  tagName: string;
  properties: Readonly<Record<string, unknown>>;
  children: Node[];
}

export type Node = Element | { type: 'text'; value: string } | { type: 'comment'; value: string };

/** Pages of mail programs nest tables within tables; more than this nobody wrote. */
const deepest = 250;

/**
 * The elements of a page, as browsers read it.
 * @throws {BadInput} for a page whose elements stand hundreds deep within each other
 */
export const parseHtml = (html: string, file: string): Node[] =>
  readTree(file, html, () => htmlToHast(html));

/** The elements that Markdown makes, those of HTML within it too; each entry of an ordered list knows its number. */
export function parseMarkdown(markdown: string, file: string): Node[] {
  const nodes = readTree(file, markdown, () =>
    markdownToHast(markdown, { features: { rawHtml: true } }),
  );
  number(nodes, writtenNumbers(markdown));
  return nodes;
}

function readTree(file: string, written: string, parse: () => unknown): Node[] {
  const tooDeep = () =>
    new BadInput([
      {
        file,
        expected: 'a document whose parts stand a few deep within each other',
        found: `one that is more than ${deepest} deep`,
        remedy: 'Copy its words into a new document, and import that.',
      },
    ]);
  // The parser takes a time that grows with the square of the depth.
  if (depthOf(written) > deepest || marks.test(written)) throw tooDeep();
  try {
    return childrenOf(parse(), 0);
  } catch (error) {
    if (error === tooNested || error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/* What may stand open without anything being within it. */
const closeThemselves =
  /^(?:p|li|dt|dd|t[drh]|tbody|thead|tfoot|option|br|hr|img|input|meta|link|col|wbr|area|base|source|track|embed|param)$/i;

/** How many elements stand open at once, by their tags alone. */
function depthOf(html: string): number {
  let [depth, most] = [0, 0];
  for (const [, closes, name = '', empty] of html.matchAll(/<(\/?)([a-z][\w:-]*)[^<>]*?(\/?)>/gi)) {
    if (closeThemselves.test(name) || (empty && name.includes(':'))) continue;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** A line of Markdown that stands within dozens of quotations or lists. */
const marks = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){60}/m;

const tooNested = new Error('too deep');

function childrenOf(node: unknown, depth: number): Node[] {
  if (depth > deepest) throw tooNested;
  const children = get(node, 'children');
  if (!Array.isArray(children)) return [];
  return children.flatMap((child: unknown): Node[] => {
    const type = get(child, 'type');
    const value = get(child, 'value');
    if ((type === 'text' || type === 'comment') && typeof value === 'string') {
      return [{ type, value }];
    }
    if (type !== 'element') return [];
    const properties = get(child, 'properties');
    return [
      {
        type,
        tagName: String(get(child, 'tagName')),
        properties: typeof properties === 'object' && properties !== null ? { ...properties } : {},
        children: childrenOf(child, depth + 1),
      },
    ];
  });
}

const get = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** The numbers that the author wrote before the entries of each ordered list, which Markdown counts for itself. */
function writtenNumbers(markdown: string): number[][] {
  const found: number[][] = [];
  const visit = (node: unknown) => {
    const children: unknown = get(node, 'children');
    if (!Array.isArray(children)) return;
    if (get(node, 'type') === 'list' && get(node, 'ordered') === true) {
      found.push(
        children.map((item: unknown) =>
          Number.parseInt(
            markdown.slice(Number(get(get(get(item, 'position'), 'start'), 'offset'))),
          ),
        ),
      );
    }
    children.forEach(visit);
  };
  visit(markdownToMdast(markdown));
  return found;
}

function number(nodes: readonly Node[], lists: number[][]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const items = node.children.filter((child) => child.type === 'element');
    if (node.tagName === 'ol' && lists[0]?.length === items.length) {
      const numbers = lists.shift() ?? [];
      const goUp = numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0));
      if (goUp) {
        items.forEach((item, index) => {
          item.properties = { ...item.properties, value: numbers[index] };
        });
      }
    }
    number(node.children, lists);
  }
}

/** A property as text; nothing where there is none. */
export function property({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.join(' ') : undefined;
}

/** All text within nodes, as it stands. */
export const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : '',
    )
    .join('');
