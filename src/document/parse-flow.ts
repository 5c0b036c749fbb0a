import type {
  Heading as MdastHeading,
  ListItem,
  Paragraph as MdastParagraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { nameOf } from './name-of.ts';
import { parseBlock, parseSentenceBlock } from './parse-block.ts';
import type { Report } from './parse-body.ts';
import { parseInline, plainWords } from './parse-inline.ts';
import { refuse } from './refuse.ts';
import { slug } from './slug.ts';
import type { Flow } from './tree.ts';

/** Where a run of nodes stands. */
export interface Setting {
  /** The collection or block directly around it; undefined inside a tag that is no block. */
  container: string | undefined;
  /** The number of "#" of the first level of heading an author may write here. */
  firstHeading: number;
  /** Inside a list or a quotation, where only sentences may stand. */
  sentencesOnly?: boolean;
}

/** Turns Markdown and MDX flow content into our tree; what the vocabulary does not have is reported. */
export function parseFlow(nodes: readonly RootContent[], setting: Setting, report: Report): Flow[] {
  const flow = inParagraphs(nodes).flatMap((node) => parseNode(node, setting, report));
  // Inside these a heading goes on from the text around them.
  if (!['For', 'WebOnly', 'EmailOnly'].includes(setting.container ?? '')) {
    expectHeadingOrder(flow, setting, report);
  }
  return flow;
}

/** A lower heading needs a higher one before it (WCAG 2.2, 1.3.1; H42). */
function expectHeadingOrder(flow: readonly Flow[], setting: Setting, report: Report): void {
  const first = '#'.repeat(setting.firstHeading);
  const headings = flow.filter((node) => node.type === 'heading');
  const [top] = headings;
  if (top?.rank !== 2) return;
  report(top.line, {
    expected: `a heading that starts with ${first} before one that starts with ${first}#`,
    found: `${first}# first`,
    remedy: `Start this heading with ${first}.`,
  });
}

const phrasing: ReadonlySet<string> = new Set<PhrasingContent['type']>([
  'text',
  'strong',
  'emphasis',
  'inlineCode',
  'break',
  'link',
  'mdxJsxTextElement',
]);

const isPhrasing = (node: RootContent): node is PhrasingContent => phrasing.has(node.type);

/** With words that stand in a block without an empty line around them gathered into a paragraph. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const gathered: RootContent[] = [];
  let open: MdastParagraph | undefined;
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      open = undefined;
      gathered.push(node);
    } else if (open) open.children.push(node);
    else gathered.push((open = { type: 'paragraph', children: [node] }));
  }
  return gathered;
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
      return [{ type: 'paragraph', children: parseSentenceBlock(node, report) }];
    default:
      refuse(node, report);
      return [];
  }
}

function parseHeading(node: MdastHeading, setting: Setting, report: Report): Flow[] {
  const { firstHeading, container } = setting;
  const line = node.position?.start.line ?? 1;
  const rank = node.depth - firstHeading + 1;
  const children = parseInline(node.children, report);
  const words = plainWords(children).trim();
  const first = '#'.repeat(firstHeading);
  if (rank < 1 || rank > 2) {
    const place = container === undefined ? '' : ` in ${nameOf(container)}`;
    report(line, {
      expected: `headings that start with ${first} or ${first}#${place}`,
      found: `${'#'.repeat(node.depth)} ${words}`,
      remedy: `Write ${rank < 1 ? first : `${first}#`} ${words}.`,
    });
  } else if (slug(words) === '') {
    report(line, {
      expected: 'words in a heading',
      found: words === '' ? 'none' : `"${words}"`,
      remedy: 'Say what the text beneath is about, or remove the heading.',
    });
  }
  return [{ type: 'heading', rank, id: slug(words), children, line }];
}

function parseItem(item: ListItem, setting: Setting, report: Report): Flow[] {
  if (typeof item.checked === 'boolean') {
    report(item.position?.start.line ?? 1, {
      expected: 'list entries without boxes to tick',
      found: item.checked ? '[x]' : '[ ]',
      remedy: 'Remove it. For a list to tick off put the whole list into a <Checklist>.',
    });
  }
  return parseFlow(item.children, { ...setting, sentencesOnly: true }, report);
}
