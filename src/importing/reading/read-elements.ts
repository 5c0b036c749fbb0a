import { type Flow, type Inline, unwritten as at } from '../../document/tree.ts';
import { heading, paragraph, text, trimEnds } from '../nodes.ts';
import type { Notes } from '../notes.ts';
import { type Element, type Node, property, textOf } from './parse-elements.ts';
import { readLink } from './read-link.ts';
import { readList } from './read-list.ts';
import { isBlock, type Parts, unblock } from './parts.ts';
import { readTable } from './read-table.ts';

/** What becomes of the pictures of a source: a block, or nothing and a note. */
export type TakePicture = (address: string, alt: string | undefined) => Flow | undefined;

/** How the parts of a page are read. */
interface Reading {
  notes: Notes;
  takePicture: TakePicture;
}

const partsOf = (reading: Reading): Parts => ({
  flow: (nodes) => readElements(nodes, reading),
  words: (nodes, pictures) => readWords(nodes, reading, pictures),
});

/** What a reader of the page does not read. */
const unread: Readonly<Record<string, string>> = {
  script: '',
  style: '',
  template: '',
  head: '',
  svg: '',
  math: '',
  iframe: '',
  object: '',
  embed: '',
  canvas: '',
  audio: '',
  video: '',
  noscript: 'shown only where scripts do not run',
  nav: 'the navigation of the page',
  footer: 'the foot of the page',
  title: '',
  button: 'a button',
  select: 'a form',
  textarea: 'a form',
  del: 'struck through',
  s: 'struck through',
  strike: 'struck through',
};

/** Elements as the prose of a draft; what it has no place for is noted. */
export function readElements(nodes: readonly Node[], reading: Reading): Flow[] {
  const flow: Flow[] = [];
  let words: Node[] = [];
  const flush = () => {
    const pictures: Flow[] = [];
    const children = readWords(words, reading, pictures);
    words = [];
    if (children.some((one) => one.type !== 'break' && hasWords(one))) {
      flow.push(paragraph(children));
    }
    flow.push(...pictures);
  };
  for (const node of nodes) {
    if (node.type === 'element' && (isBlock(node) || holdsBlocks(node))) {
      flush();
      if (!leaveOut(node, reading)) flow.push(...readBlock(node, reading));
    } else words.push(node);
  }
  flush();
  return flow;
}

const hasWords = (node: Inline): boolean =>
  node.type === 'text' || node.type === 'code'
    ? node.value.trim() !== ''
    : 'children' in node && node.children.length > 0;

/** A link or a mark around paragraphs, as some mail programs make. */
const holdsBlocks = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'element' && (isBlock(child) || holdsBlocks(child)),
  ) && !(node.tagName in unread);

function leaveOut(node: Element, { notes }: Reading): boolean {
  const style = (property(node, 'style') ?? '').toLowerCase();
  const isHidden =
    node.properties['hidden'] !== undefined || /display:\s*none|mso-hide:\s*all/.test(style);
  const why = isHidden ? 'hidden from readers' : unread[node.tagName];
  if (why === undefined) return false;
  note(notes, node, why || 'no words of the document');
  return true;
}

function note(notes: Notes, node: Element, why: string): void {
  const silent = ['script', 'style', 'template', 'head', 'title'].includes(node.tagName);
  const words = silent ? '' : textOf([node]).replaceAll(/\s+/g, ' ').trim();
  const links = addressesIn([node]);
  if (words !== '' || links.length > 0) notes.leftOut.push({ words, links, why });
}

/** The addresses of all links within nodes, as written. */
export const addressesIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const own = node.tagName === 'a' ? property(node, 'href') : undefined;
    return [...(own === undefined ? [] : [own]), ...addressesIn(node.children)];
  });

function readBlock(node: Element, reading: Reading): Flow[] {
  const { tagName, children } = node;
  if (/^h[1-6]$/.test(tagName)) {
    const pictures: Flow[] = [];
    const words = readWords(children.flatMap(unblock), reading, pictures);
    const isEmpty = !words.some(hasWords);
    return [...(isEmpty ? [] : [heading(Number(tagName[1]), words)]), ...pictures];
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
      return readList(node, partsOf(reading));
    case 'table':
      return readTable(node, partsOf(reading));
    case 'blockquote': {
      const inside = readElements(children, reading);
      return inside.length > 0 ? [{ type: 'quote', children: inside, at }] : [];
    }
    case 'pre':
      return textOf(children)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph([text(line.trim())]));
    case 'hr':
      return [];
    case 'dt': {
      const words = readWords(children.flatMap(unblock), reading, []);
      return words.some(hasWords) ? [paragraph([{ type: 'strong', children: words, at }])] : [];
    }
    default:
      return readElements(children, reading);
  }
}

/** The words of a paragraph; pictures among them are put aside. */
function readWords(nodes: readonly Node[], reading: Reading, pictures: Flow[]): Inline[] {
  return trimEnds(nodes.flatMap((node) => readInline(node, reading, pictures)));
}

function readInline(node: Node, reading: Reading, pictures: Flow[]): Inline[] {
  if (node.type === 'comment') {
    const words = node.value.replaceAll(/\s+/g, ' ').trim();
    // What Office writes for itself between comment marks is no words of anybody.
    if (words !== '' && !/^\[if |^<!\[|\[endif\]/.test(words) && /\p{L}/u.test(words)) {
      reading.notes.leftOut.push({ words, why: 'a comment' });
    }
    return [];
  }
  if (node.type === 'text')
    return node.value === '' ? [] : [text(node.value.replaceAll(/[\t\n\r ]+/g, ' '))];
  if (leaveOut(node, reading)) return [];
  const inside = () => readAll(node.children, reading, pictures);
  const style = (property(node, 'style') ?? '').toLowerCase();
  switch (node.tagName) {
    case 'br':
      return [{ type: 'break', at }];
    case 'img': {
      const alt = property(node, 'alt');
      const taken = reading.takePicture(property(node, 'src') ?? '', alt);
      if (taken) pictures.push(taken);
      return [];
    }
    case 'input':
      return [];
    case 'a':
      return readLink(node, inside(), reading.notes);
    case 'strong':
    case 'b':
      return marked('strong', inside());
    case 'em':
    case 'i':
      return marked('emphasis', inside());
    case 'code':
    case 'kbd':
    case 'samp':
      return [{ type: 'code', value: textOf(node.children).replaceAll(/\s+/g, ' '), at }];
    case 'wbr':
      return [];
    default:
      if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) return marked('strong', inside());
      return inside();
  }
}

const readAll = (nodes: readonly Node[], reading: Reading, pictures: Flow[]) =>
  nodes.flatMap((node) => readInline(node, reading, pictures));

/** Words with a mark; spaces at their ends stand outside it, and a mark around nothing is none. */
function marked(type: 'strong' | 'emphasis', children: Inline[]): Inline[] {
  return children.some(hasWords) ? [{ type, children, at }] : children;
}
