import type { Notes } from '../notes.ts';
import type { Source } from '../source.ts';
import { type Element, type Node, parseHtml, textOf } from './parse-elements.ts';
import { revealAddresses } from './protected-address.ts';
import { addressesIn, readElements } from './read-elements.ts';
import { stateElements } from './state-elements.ts';
import { pictureTaker } from './take-picture.ts';

/** What is known of a page from elsewhere. */
interface Besides {
  /** Pictures that came with it, by address. */
  attached?: ReadonlyMap<string, Uint8Array>;
  /** The numbers of all entries of its ordered lists, in their order. */
  numbers?: readonly number[];
}

/**
 * A page as it was saved, or a part of one as it was pasted. Where it says which part of it is the main one, that
 * is the document, and the rest is the frame of its site.
 */
export function readHtml(
  html: string,
  file: string,
  notes: Notes,
  { attached = new Map(), numbers = [] }: Besides = {},
): Source {
  const nodes = revealAddresses(parseHtml(html, file), notes);
  const { takePicture, pictures } = pictureTaker(file, notes, attached);
  const all = nestedEntries(nodes);
  if (all.length === numbers.length) {
    all.forEach((entry, index) => {
      entry.properties = { ...entry.properties, value: numbers[index] };
    });
  }
  const main = mainOf(nodes);
  if (main) noteFrame(nodes, main, notes);
  const title = textOf(find(nodes, 'title')).replaceAll(/\s+/g, ' ').trim();
  if (title !== '') notes.leftOut.push({ words: title, why: 'the title of the window' });
  return {
    format: 'html',
    flow: readElements(main ? main.children : nodes.flatMap(intoBody), { notes, takePicture }),
    stated: stateElements(nodes),
    pictures,
    ...(title !== '' && { title }),
  };
}

/** What stands in the elements that browsers put around every page. */
function intoBody(node: Node): Node[] {
  return node.type === 'element' && ['html', 'body'].includes(node.tagName)
    ? node.children.flatMap(intoBody)
    : [node];
}

const find = (nodes: readonly Node[], name: string): Element[] =>
  nodes.flatMap((node) =>
    node.type !== 'element' ? [] : node.tagName === name ? [node] : find(node.children, name),
  );

/** Every entry of an ordered list, in the order in which they begin. */
const nestedEntries = (nodes: readonly Node[], ordered = false): Element[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const inside = nestedEntries(node.children, node.tagName === 'ol');
    return node.tagName === 'li' && ordered ? [node, ...inside] : inside;
  });

/** The one main part, or the one article. */
function mainOf(nodes: readonly Node[]): Element | undefined {
  for (const name of ['main', 'article']) {
    const [only, ...others] = find(nodes, name);
    if (only && others.length === 0) return only;
  }
  return undefined;
}

/** Notes every part of a page that stands outside its main one. */
function noteFrame(nodes: readonly Node[], main: Element, notes: Notes): void {
  for (const node of nodes) {
    if (node.type !== 'element' || node === main || node.tagName === 'head') continue;
    if (find([node], main.tagName).includes(main)) {
      noteFrame(node.children, main, notes);
      continue;
    }
    const { passages, links } = stateElements([node]);
    if (passages.length > 0 || addressesIn([node]).length > 0) {
      notes.leftOut.push({
        words: passages.map((one) => one.replaceAll(/\s+/g, ' ').trim()).join('\n'),
        links,
        why: 'the frame of the page, outside its main part',
      });
    }
  }
}
