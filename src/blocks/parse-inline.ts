import type { PhrasingContent } from 'mdast';
import { parseSentenceBlock } from './parse-block.ts';
import type { Report } from './parse-body.ts';
import { refuse } from './refuse.ts';
import type { Inline } from './tree.ts';

const linkTarget = /^(\/(?!\/)\S*|#[a-z0-9-]+|https:\/\/[^\s/]+\.[^\s]+)$/;

/** Turns the words of a paragraph into our tree; what the vocabulary does not have is reported. */
export function parseInline(nodes: readonly PhrasingContent[], report: Report): Inline[] {
  return nodes.flatMap((node) => parseNode(node, report));
}

/** The words of inline nodes without marks, blocks left out. */
export function plainWords(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.value;
      return 'children' in node && node.type !== 'block' ? plainWords(node.children) : '';
    })
    .join('');
}

function parseNode(node: PhrasingContent, report: Report): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value.normalize('NFC') }];
    case 'strong':
      return [{ type: 'strong', children: parseInline(node.children, report) }];
    case 'emphasis':
      return [{ type: 'emphasis', children: parseInline(node.children, report) }];
    case 'inlineCode':
      return [{ type: 'code', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link': {
      const children = parseInline(node.children, report);
      if (!linkTarget.test(node.url) || plainWords(children).trim() === '') {
        report(node.position?.start.line ?? 1, {
          expected:
            'a link with words and a target: a page of this site starting with "/", or an address starting with https://',
          found: `[${plainWords(children)}](${node.url})`,
          remedy:
            'Write the address of the page it leads to. For a phone number or an email address use <Contact id="…" />.',
        });
      }
      return [{ type: 'link', to: node.url, children, line: node.position?.start.line ?? 1 }];
    }
    case 'mdxJsxTextElement':
      return parseSentenceBlock(node, report);
    default:
      refuse(node, report);
      return [];
  }
}
