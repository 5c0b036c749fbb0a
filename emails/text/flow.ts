import { numberOf } from '../../src/document/tree.ts';
import { isBetweenItems } from '../../src/rendering/prose-runs.ts';
import { resolveLink, type Context } from '../../src/rendering/context.ts';
import {
  type Cell,
  isBlock,
  type Flow,
  type Inline,
  neverRendered,
} from '../../src/document/tree.ts';
import { contactById } from '../../src/content/content.ts';
import { paths } from '../../src/content/paths.ts';
import { rendererOf } from './blocks.ts';
import {
  type Address,
  addressed,
  bulleted,
  headedAt,
  indented,
  paragraphs,
  rule,
  unmarked,
  withAddresses,
} from './layout.ts';

/**
 * The text of a document as plain text: an empty line between paragraphs, two before a heading,
 * and the address of each link on a line of its own after the paragraph it stands in.
 * @param mark what starts an entry of a bulleted list
 */
export function textOf(nodes: readonly Flow[], context: Context, mark = '- '): string {
  return paragraphs(
    ...nodes.flatMap((node, at) => {
      const words = nodeText(node, context, mark);
      return isBetweenItems(node, nodes[at - 1]) ? [rule, words] : [words];
    }),
  );
}

function nodeText(node: Flow, context: Context, mark: string): string {
  switch (node.type) {
    case 'block':
      return rendererOf(node.name)(node, context, false);
    case 'paragraph':
      return inlineText(node.children, context);
    case 'heading':
      return inlineText(node.children, context, headedAt(context.level + node.rank - 1));
    case 'list':
      return node.items
        .map((item, index) => {
          const words = textOf(item, context, mark).replaceAll(/\n{2,}/g, '\n');
          return bulleted(words, node.ordered ? `${numberOf(node, index)}. ` : mark);
        })
        .join('\n');
    case 'table':
      return node.rows.map((row) => rowText(row, node.head, context)).join('\n');
    case 'quote':
      return indented(textOf(node.children, context), 4);
    case 'refused':
      return neverRendered(node);
  }
}

/** What is said under a day: never as a paragraph that is one link, whose words would be read with the day. */
export function underDay(nodes: readonly Flow[], context: Context): string {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph') return textOf(nodes, context);
  const opening = inlineText(first.children, context, (words) => ` ${words}`).trim();
  return paragraphs(opening, textOf(rest, context));
}

/** A row as an entry: each cell after what its column holds. */
function rowText(cells: Cell[], head: Cell[] | undefined, context: Context): string {
  const said = cells.flatMap((cell, index) => {
    if (cell.length === 0) return [];
    const label = inlineWords(head?.[index] ?? [], context, []);
    // Never as a paragraph that is one link: what a cell holds stands before its words.
    return [
      inlineText(cell, context, (words) => (label ? `${label}: ${words}` : ` ${words}`)).trim(),
    ];
  });
  const [first = '', second = ''] = said;
  // Two cells without a head are a name and what it stands for.
  const isPair = !head && said.length === 2 && !first.includes('\n');
  return bulleted(isPair ? `${first}: ${second}` : said.join('\n'));
}

/** The words of a paragraph or heading, then the addresses of its links. */
function inlineText(
  nodes: readonly Inline[],
  context: Context,
  form = (words: string) => words,
): string {
  const addresses: Address[] = [];
  const words = unmarked(inlineWords(nodes, context, addresses));
  const [only] = nodes;
  // A paragraph that is one link and nothing more says its words once.
  if (nodes.length === 1 && only?.type === 'link' && form(words) === words)
    return addresses.map(addressed).join();
  return withAddresses(form(words), addresses);
}

function inlineWords(nodes: readonly Inline[], context: Context, addresses: Address[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'code':
          return node.value.replaceAll('\n', ' ');
        case 'break':
          return '\n';
        case 'strong':
        case 'emphasis':
          return inlineWords(node.children, context, addresses);
        case 'link': {
          const words = inlineWords(node.children, context, addresses);
          addresses.push({ words, url: resolveLink(node.to, context) });
          return words;
        }
        case 'block': {
          const words = rendererOf(node.name)(node, context, true);
          const to = isBlock(node, 'Contact') && contactPage(node.props.id, context);
          if (to) addresses.push({ words, url: resolveLink(to, context) });
          return words;
        }
        case 'refused':
          return neverRendered(node);
      }
    })
    .join('');
}

/* Where a contact is to be found whom one can neither write to nor ring. */
function contactPage(id: string, { content }: Context): string | undefined {
  const { email, phone } = contactById(content, id);
  return email || phone ? undefined : paths.contact(id);
}
