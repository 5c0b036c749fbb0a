import { resolveLink, type Context } from '../../src/blocks/context.ts';
import type { Flow, Inline } from '../../src/blocks/tree.ts';
import { rendererOf } from './blocks.ts';
import { bulleted, indented, paragraphs } from './layout.ts';

/**
 * The text of a document as plain text: an empty line between paragraphs, and the address of
 * each link on a line of its own after the paragraph it stands in.
 * @param mark what starts an entry of a bulleted list
 */
export function textOf(nodes: readonly Flow[], context: Context, mark = '- '): string {
  return paragraphs(...nodes.map((node) => nodeText(node, context, mark)));
}

function nodeText(node: Flow, context: Context, mark: string): string {
  switch (node.type) {
    case 'block':
      return rendererOf(node.name)(node, context, false);
    case 'paragraph':
      return withAddresses(node.children, context);
    case 'heading':
      return withAddresses(node.children, context).toUpperCase();
    case 'list':
      return node.items
        .map((item, index) => {
          const words = textOf(item, context, mark).replaceAll('\n\n', '\n');
          return bulleted(words, node.ordered ? `${index + 1}. ` : mark);
        })
        .join('\n');
    case 'quote':
      return indented(textOf(node.children, context), 4);
  }
}

function withAddresses(nodes: readonly Inline[], context: Context): string {
  const addresses: string[] = [];
  const words = inlineText(nodes, context, addresses);
  return [words, ...addresses].join('\n');
}

function inlineText(nodes: readonly Inline[], context: Context, addresses: string[]): string {
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
          return inlineText(node.children, context, addresses);
        case 'link': {
          const words = inlineText(node.children, context, addresses);
          addresses.push(`${words}: ${resolveLink(node.to, context)}`);
          return words;
        }
        case 'block':
          return rendererOf(node.name)(node, context, true);
      }
    })
    .join('');
}
