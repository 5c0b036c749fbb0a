import type {
  Heading as MdastHeading,
  ListItem,
  Paragraph as MdastParagraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { lineFinder } from './line-finder.ts';
import { nameOf } from './name-of.ts';
import { parseBlock, parseSentenceBlock } from './parse-block.ts';
import type { Parsing } from './parse-body.ts';
import { parseInline, plainWords } from './parse-inline.ts';
import { expectTable, parseTable } from './parse-table.ts';
import { refuse } from './refuse.ts';
import { slug } from './slug.ts';
import { spanOf, spanOfAll } from './span-of.ts';
import type { Flow } from './tree.ts';

/** Where a run of nodes stands. */
export interface Setting {
  /** The collection or block directly around it; undefined inside a tag that is no block. */
  container: string | undefined;
  /** The number of "#" of the first level of heading an author may write here. */
  firstHeading: number;
  /** Inside a list or a quotation, where only sentences may stand. */
  sentencesOnly?: boolean;
  /** A heading of the first level stands before, in the same run. */
  headed?: boolean;
}

/** Turns Markdown and MDX flow content into our tree; what the vocabulary does not have is reported. */
export function parseFlow(
  nodes: readonly RootContent[],
  setting: Setting,
  parsing: Parsing,
): Flow[] {
  let headed = false;
  const flow = inParagraphs(nodes).flatMap((node) => {
    if (node.type === 'yaml') return [];
    const parsed = parseNode(node, { ...setting, headed }, parsing);
    headed ||= parsed.type === 'heading' && parsed.rank <= 1;
    return parsed;
  });
  // Inside these a heading goes on from the text around them.
  if (!['For', 'WebOnly', 'EmailOnly'].includes(setting.container ?? '')) {
    expectHeadingOrder(flow, setting, parsing);
  }
  return flow;
}

/** A lower heading needs a higher one before it (WCAG 2.2, 1.3.1; H42). */
function expectHeadingOrder(flow: readonly Flow[], setting: Setting, parsing: Parsing): void {
  const first = '#'.repeat(setting.firstHeading);
  const headings = flow.filter((node) => node.type === 'heading');
  const [top] = headings;
  if (top?.rank !== 2) return;
  parsing.report(lineFinder(parsing.source)(top.at), {
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
  'delete',
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

function parseNode(node: RootContent, setting: Setting, parsing: Parsing): Flow {
  const at = spanOf(node);
  switch (node.type) {
    case 'paragraph':
      expectTable(node, parsing);
      return {
        type: 'paragraph',
        children: parseInline(node.children, parsing),
        // One of ours has no place but that of its words.
        at: node.position ? at : spanOfAll(node.children),
      };
    case 'heading':
      return parseHeading(node, setting, parsing);
    case 'list': {
      const items = node.children.map((item) => parseItem(item, setting, parsing));
      const tight = !node.spread && node.children.every((item) => !item.spread);
      const ordered = node.ordered === true;
      const numbers = ordered ? readNumbers(node.children, parsing) : undefined;
      const itemsAt = node.children.map(spanOf);
      return { type: 'list', ordered, ...(numbers && { numbers }), tight, items, itemsAt, at };
    }
    case 'blockquote':
      return {
        type: 'quote',
        children: parseFlow(node.children, { ...setting, sentencesOnly: true }, parsing),
        at,
      };
    case 'table':
      return parseTable(node, setting, parsing);
    case 'mdxJsxFlowElement':
      if (!setting.sentencesOnly) return parseBlock(node, setting, parsing);
      // A tag alone on the line of a list item: part of the sentence, as its author sees it.
      return { type: 'paragraph', children: [parseSentenceBlock(node, parsing)], at };
    default:
      return refuse(node, parsing);
  }
}

function parseHeading(node: MdastHeading, setting: Setting, parsing: Parsing): Flow {
  const { report } = parsing;
  const { firstHeading, container, headed } = setting;
  const line = node.position?.start.line ?? 1;
  const rank = node.depth - firstHeading + 1;
  const children = parseInline(node.children, parsing);
  const words = plainWords(children).trim();
  const first = '#'.repeat(firstHeading);
  if (rank < 1 || rank > 2) {
    const place = container === undefined ? '' : ` in ${nameOf(container)}`;
    report(line, {
      expected: `headings that start with ${first} or ${first}#${place}`,
      found: `${'#'.repeat(node.depth)} ${words}`,
      remedy: `Write ${rank < 1 || !headed ? first : `${first}#`} ${words}.`,
    });
  } else if (slug(words) === '') {
    report(line, {
      expected: 'words in a heading',
      found: words === '' ? 'none' : `"${words}"`,
      remedy: 'Say what the text beneath is about, or remove the heading.',
    });
  }
  return { type: 'heading', rank, id: slug(words), children, at: spanOf(node) };
}

function parseItem(item: ListItem, setting: Setting, parsing: Parsing): Flow[] {
  if (typeof item.checked === 'boolean') {
    parsing.report(item.position?.start.line ?? 1, {
      expected: 'list entries without boxes to tick',
      found: item.checked ? '[x]' : '[ ]',
      remedy: 'Remove it. For a list to tick off put the whole list into a <Checklist>.',
    });
  }
  return parseFlow(item.children, { ...setting, sentencesOnly: true }, parsing);
}

/**
 * The numbers of the entries as their author wrote them, which Markdown counts for itself; nothing where
 * they are 1, 2, 3. The same number before each entry is Markdown's way of leaving the counting to others.
 */
function readNumbers(
  items: readonly ListItem[],
  { source, report }: Parsing,
): number[] | undefined {
  const written = items.map(({ position }) =>
    Number.parseInt(source.slice(position?.start.offset)),
  );
  const [first = 1, second] = written;
  const numbers =
    first === second && written.every((number) => number === first)
      ? written.map((_, index) => first + index)
      : written;
  const fault = numbers.findIndex((number, index) => number <= (numbers[index - 1] ?? -1));
  if (fault >= 0) {
    report(items[fault]?.position?.start.line ?? 1, {
      expected: 'numbers that go up from one entry of a list to the next',
      found: `${numbers[fault]}. after ${numbers[fault - 1]}.`,
      remedy:
        'Write the numbers that readers should see. If a new list starts here, put a paragraph or a heading before it.',
    });
  }
  return numbers.every((number, index) => number === index + 1) ? undefined : numbers;
}
