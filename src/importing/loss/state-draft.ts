import { parseBody } from '../../document/parse-body.ts';
import { cellsOf, numberOf, type Flow, type Inline } from '../../document/tree.ts';
import { frontMatterOf } from '../../document/yaml/front-matter.ts';
import type { Stated } from '../source.ts';

/**
 * What a draft says, read again from its file as it is to be written: words, values of tags and front matter, the
 * numbers of its lists, and every address.
 */
export function stateDraft(mdx: string, collection: string): Stated {
  const passages: string[] = [];
  const links: string[] = [];
  const top = frontMatterOf(mdx)?.yaml ?? '';
  passages.push(...top.split('\n').map((line) => line.replace(/^\s*[\w-]+:/, '')));
  const words = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
          case 'code':
            return node.value;
          case 'break':
            return '\n';
          case 'link':
            links.push(node.to);
            return words(node.children);
          case 'strong':
          case 'emphasis':
            return words(node.children);
          case 'block':
            visit(node);
            return '';
          case 'refused':
            return '';
        }
      })
      .join('');
  const visit = (node: Flow) => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        passages.push(words(node.children));
        break;
      case 'list':
        node.items.forEach((item, index) => {
          if (node.ordered) passages.push(String(numberOf(node, index)));
          item.forEach(visit);
        });
        break;
      case 'table':
        for (const cell of cellsOf(node)) passages.push(words(cell));
        break;
      case 'block':
        for (const value of Object.values<unknown>(node.props)) {
          if (typeof value !== 'string') continue;
          if (/^(?:https:\/)?\//.test(value)) links.push(value);
          passages.push(value);
        }
        node.children.forEach(visit);
        break;
      case 'quote':
        node.children.forEach(visit);
        break;
      case 'refused':
    }
  };
  parseBody(mdx, collection, () => undefined).forEach(visit);
  return { passages, links };
}
