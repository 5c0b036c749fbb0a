import type { Flow, Inline } from './tree.ts';

/**
 * A text without its prose: blocks, headings and links, nested as they were. It is all that
 * references, anchors and dates are looked up in, at a fraction of the memory.
 */
export const withoutProse = (nodes: readonly Flow[]): Flow[] =>
  // Words cut out of a text keep all of it in memory; a clone has words of its own.
  structuredClone(withoutParagraphs(nodes));

/* Blocks whose entries are held to what they begin with, and what they say of it. */
const whole: ReadonlySet<string> = new Set(['Dates', 'Attachments']);

function withoutParagraphs(nodes: readonly Flow[]): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    switch (node.type) {
      case 'refused':
        return [];
      case 'heading':
        return [node];
      case 'block':
        return [
          {
            ...node,
            children: whole.has(node.name) ? node.children : withoutParagraphs(node.children),
          },
        ];
      case 'list': {
        const items = node.items.map(withoutParagraphs);
        const isKept = (_: unknown, index: number) => (items[index]?.length ?? 0) > 0;
        const kept = items.filter(isKept);
        return kept.length > 0
          ? [
              {
                ...node,
                ...(node.numbers && { numbers: node.numbers.filter(isKept) }),
                items: kept,
                itemsAt: node.itemsAt.filter(isKept),
              },
            ]
          : [];
      }
      case 'table': {
        const rows = node.rows.map((row) => row.map(withoutWords));
        return [{ ...node, ...(node.head && { head: node.head.map(withoutWords) }), rows }];
      }
      case 'quote': {
        const children = withoutParagraphs(node.children);
        return children.length > 0 ? [{ ...node, children }] : [];
      }
      case 'paragraph': {
        const children = withoutWords(node.children);
        return children.length > 0 ? [{ ...node, children }] : [];
      }
    }
  });
}

function withoutWords(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'link' || node.type === 'block') return [node];
    return node.type === 'strong' || node.type === 'emphasis' ? withoutWords(node.children) : [];
  });
}
