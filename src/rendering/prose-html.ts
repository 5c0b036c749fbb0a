import { jumps, numberOf, type Flow, neverRendered } from '../document/tree.ts';
import type { RenderContext } from './components.ts';
import { escapeHtml } from './escape-html.ts';
import { gridOf } from './grid.ts';
import { headingTag } from './heading-tag.ts';
import { inlineHtml } from './inline-html.ts';

/**
 * Prose as HTML, which `set:html` takes, in the words and the sentence blocks of the set in its context.
 * @param tight within an entry of a tight list, whose paragraphs are only words
 * @throws where a block stands on a line of its own: that is for a component to render
 */
export const proseHtml = (nodes: readonly Flow[], context: RenderContext, tight = false): string =>
  nodes.map((node) => nodeHtml(node, context, tight)).join('');

function nodeHtml(node: Flow, context: RenderContext, tight: boolean): string {
  switch (node.type) {
    case 'paragraph': {
      const words = inlineHtml(node.children, context);
      return tight ? words : `<p>${words}</p>`;
    }
    case 'heading': {
      const tag = headingTag(context.level + node.rank - 1);
      const id = context.headingIds && node.rank === 1 ? ` id="${escapeHtml(node.id)}"` : '';
      return `<${tag}${id}>${inlineHtml(node.children, context)}</${tag}>`;
    }
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul';
      const start = numberOf(node, 0);
      const items = node.items.map((item, index) => {
        const value = node.ordered && jumps(node, index) ? ` value="${numberOf(node, index)}"` : '';
        return `<li${value}>${proseHtml(item, context, node.tight)}</li>`;
      });
      const from = node.ordered && start !== 1 ? ` start="${start}"` : '';
      // Numbers of two digits stand out of a column that is made for one.
      const wide = node.ordered && numberOf(node, node.items.length - 1) > 9;
      return `<${tag}${wide ? ' class="long-numbers"' : ''}${from}>${items.join('')}</${tag}>`;
    }
    case 'table':
      return context.components.table(gridOf(node, (cell) => inlineHtml(cell, context)));
    case 'quote':
      return `<blockquote>${proseHtml(node.children, context)}</blockquote>`;
    case 'block':
      throw new Error(
        `<${node.name}> stands where only prose may: parsing should have refused it.`,
      );
    case 'refused':
      return neverRendered(node);
  }
}
