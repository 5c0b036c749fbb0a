import type { Heading as MdastHeading, ListItem, RootContent } from 'mdast';
import { parseBlock } from './parse-block.ts';
import type { Report } from './parse-body.ts';
import { parseInline, plainWords } from './parse-inline.ts';
import { refuse } from './refuse.ts';
import { slug } from './slug.ts';
import type { Flow } from './tree.ts';

/** Where a run of nodes stands. */
export interface Setting {
  /** The collection or block directly around it. */
  container: string;
  /** The number of "#" of the first level of heading an author may write here. */
  firstHeading: number;
  /** Inside a list or a quotation, where only sentences may stand. */
  sentencesOnly?: boolean;
}

/** Turns Markdown and MDX flow content into our tree; what the vocabulary does not have is reported. */
export function parseFlow(nodes: readonly RootContent[], setting: Setting, report: Report): Flow[] {
  return nodes.flatMap((node) => parseNode(node, setting, report));
}

function parseNode(node: RootContent, setting: Setting, report: Report): Flow[] {
  switch (node.type) {
    case 'yaml':
      return [];
    case 'paragraph':
      return [{ type: 'paragraph', children: parseInline(node.children, report) }];
    case 'heading':
      return parseHeading(node, setting, report);
    case 'list': {
      const items = node.children.map((item) => parseItem(item, setting, report));
      const tight = !node.spread && node.children.every((item) => !item.spread);
      return [{ type: 'list', ordered: node.ordered === true, tight, items }];
    }
    case 'blockquote':
      return [
        {
          type: 'quote',
          children: parseFlow(node.children, { ...setting, sentencesOnly: true }, report),
        },
      ];
    case 'mdxJsxFlowElement':
      if (!setting.sentencesOnly) return parseBlock(node, setting, report);
      // A tag alone on the line of a list item: part of the sentence, as its author sees it.
      return [
        {
          type: 'paragraph',
          children: parseInline([{ ...node, type: 'mdxJsxTextElement', children: [] }], report),
        },
      ];
    default:
      refuse(node, report);
      return [];
  }
}

function parseHeading(node: MdastHeading, setting: Setting, report: Report): Flow[] {
  const rank = node.depth - setting.firstHeading + 1;
  const children = parseInline(node.children, report);
  if (rank < 1 || rank > 2) {
    const first = '#'.repeat(setting.firstHeading);
    report(node.position?.start.line ?? 1, {
      expected: `a heading that starts with ${first} or ${first}#`,
      found: `one that starts with ${'#'.repeat(node.depth)}`,
      remedy: `Headings in ${setting.container} start with ${first}, and the level beneath with ${first}#.`,
    });
  }
  return [{ type: 'heading', rank, id: slug(plainWords(children)), children }];
}

function parseItem(item: ListItem, setting: Setting, report: Report): Flow[] {
  return parseFlow(item.children, { ...setting, sentencesOnly: true }, report);
}
