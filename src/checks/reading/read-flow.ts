import type { PhrasingContent, RootContent } from 'mdast';
import { buildPassage, type PassageStart } from './build-passage.ts';
import type { BlockUse, Passage } from './page.ts';
import { readBlock } from './read-block.ts';
import { readInline } from './read-inline.ts';
import type { Collected } from './read-page.ts';

/** Where a run of nodes stands. */
export interface Surroundings {
  kind: PassageStart['kind'];
  block?: BlockUse | undefined;
  item?: BlockUse | undefined;
  /** The heading above, kept up to date while reading. */
  heading?: { words: string | undefined };
}

/** Collects the passages, links, blocks and lists of flow content, in order. */
export function readFlow(
  nodes: readonly RootContent[],
  around: Surroundings,
  into: Collected,
): (Passage | undefined)[] {
  const heading = around.heading ?? { words: undefined };
  const read: (Passage | undefined)[] = [];
  let loose: PhrasingContent[] = [];
  const flush = () => {
    if (loose.length > 0) read.push(readProse(loose, { ...around, heading }, into));
    loose = [];
  };
  for (const [index, node] of nodes.entries()) {
    if (isPhrasing(node)) {
      loose.push(node);
      continue;
    }
    flush();
    switch (node.type) {
      case 'paragraph':
        read.push(readProse(node.children, { ...around, heading }, into));
        break;
      case 'heading': {
        const passage = readProse(
          node.children,
          { ...around, kind: 'heading', heading },
          into,
          node.depth,
        );
        heading.words = passage?.text;
        read.push(passage);
        break;
      }
      case 'list': {
        const before = nodes[index - 1]?.type === 'paragraph' ? read.at(-1) : undefined;
        const entries = node.children.map(
          (item) => readFlow(item.children, { ...around, kind: 'entry', heading }, into)[0],
        );
        const { block } = around;
        const list = {
          ordered: node.ordered === true,
          entries,
          ...(before && { before }),
          ...(block && { block }),
        };
        into.lists.push(list);
        read.push(undefined);
        break;
      }
      case 'blockquote':
        readFlow(node.children, { ...around, kind: 'quotation', heading }, into);
        read.push(undefined);
        break;
      case 'mdxJsxFlowElement': {
        const block = readBlock(node, around, into);
        const item = node.name === 'Item' ? block : around.item;
        readFlow(
          node.children,
          { ...around, block, item, ...(node.name !== 'Item' && { heading }) },
          into,
        );
        read.push(undefined);
        break;
      }
      default:
        read.push(undefined);
    }
  }
  flush();
  joinLists(nodes, read, into);
  return read;
}

/** Tells each list which passage stands straight after it. */
function joinLists(
  nodes: readonly RootContent[],
  read: readonly (Passage | undefined)[],
  into: Collected,
): void {
  const own = nodes.flatMap((node, index) => (node.type === 'list' ? [index] : []));
  if (own.length === 0 || read.length !== nodes.length) return;
  const lists = into.lists.filter(({ entries }) =>
    own.some((index) => starts(nodes[index]) === entries[0]?.place().from),
  );
  for (const list of lists) {
    const index = own.find((one) => starts(nodes[one]) === list.entries[0]?.place().from);
    const after = index === undefined ? undefined : read[index + 1];
    if (after) Object.assign(list, { after });
  }
}

/** Where the words of a list start: after the mark of its first entry. */
function starts(node: RootContent | undefined): number | undefined {
  const first = node?.type === 'list' ? node.children[0]?.children[0] : undefined;
  return first?.position?.start.offset;
}

function readProse(
  nodes: readonly PhrasingContent[],
  { kind, block, item, heading }: Surroundings,
  into: Collected,
  depth?: number,
): Passage | undefined {
  const { pieces, bold, links } = readInline(nodes, { kind, block, item }, into);
  if (pieces.length === 0) return undefined;
  const passage = buildPassage(into.page, pieces, {
    kind,
    block,
    item,
    bold,
    under: heading?.words,
    ...(depth !== undefined && { depth }),
  });
  into.passages.push(passage);
  for (const { span, ...link } of links) {
    into.links.push({
      ...link,
      words: passage.text.slice(span.from, span.to),
      passage,
      span,
      ...(item && { item }),
    });
  }
  return passage;
}

const phrasing = new Set([
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
