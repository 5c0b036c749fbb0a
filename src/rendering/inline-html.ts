import { type Inline, neverRendered } from '../document/tree.ts';
import { type RenderContext, sentenceHtml } from './components.ts';
import { resolveLink } from './context.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * The words of a paragraph or heading as HTML, which `set:html` takes. A function and no component:
 * a text has hundreds of these nodes, and Astro takes many times as long for each.
 */
export const inlineHtml = (nodes: readonly Inline[], context: RenderContext): string =>
  nodes.map((node) => nodeHtml(node, context)).join('');

function nodeHtml(node: Inline, context: RenderContext): string {
  const { words } = context.components;
  switch (node.type) {
    case 'text':
      return words(node.value);
    case 'strong':
      return `<strong>${inlineHtml(node.children, context)}</strong>`;
    case 'emphasis':
      return `<em>${inlineHtml(node.children, context)}</em>`;
    case 'code':
      return `<code>${words(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'link': {
      const href = escapeHtml(resolveLink(node.to, context));
      return `<a href="${href}">${inlineHtml(node.children, context)}</a>`;
    }
    case 'block':
      return sentenceHtml(node, context);
    case 'refused':
      return neverRendered(node);
  }
}
