import type { Flow } from '../../document/tree.ts';
import { heading, trimmedWords } from '../nodes.ts';
import type { Format } from '../source.ts';

/**
 * Where a text has no headings, or none but its title, short lines in bold become headings; in plain text, which
 * has no bold, short lines that no punctuation ends and that words follow.
 */
export function typedHeadings(nodes: readonly Flow[], format: Format): Flow[] {
  if (nodes.filter(({ type }) => type === 'heading').length > 1) return [...nodes];
  const bold = nodes.map(isBoldLine);
  const isHeading =
    bold.filter(Boolean).length > 0
      ? (index: number) => bold[index] === true
      : (index: number) => format === 'text' && isShortLine(nodes, index);
  return nodes.map((node, index) => {
    if (node.type !== 'paragraph' || !isHeading(index)) return node;
    const [only] = node.children;
    const words =
      only?.type === 'strong' && node.children.length === 1 ? only.children : node.children;
    // What stands first is the title.
    return heading(index === 0 ? 1 : 2, words);
  });
}

function isBoldLine(node: Flow, index: number, nodes: readonly Flow[]): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const words = trimmedWords(node);
  const next = nodes[index + 1];
  const isFollowed = next?.type === 'paragraph' || next?.type === 'list' || next?.type === 'table';
  return (
    node.children[0]?.type === 'strong' &&
    words.length <= 100 &&
    !/[.,;:]$/.test(words) &&
    isFollowed
  );
}

function isShortLine(nodes: readonly Flow[], index: number): boolean {
  const [node, next] = [nodes[index], nodes[index + 1]];
  if (node?.type !== 'paragraph' || !next || node.children.length !== 1) return false;
  const words = trimmedWords(node);
  const startsText =
    index === 0 || next.type === 'list' || trimmedWords(next).length > words.length;
  return (
    /^[\p{Lu}\d]/u.test(words) &&
    /[\p{L}\p{N})?]$/u.test(words) &&
    words.length <= 80 &&
    startsText &&
    !isGreeting.test(words) &&
    !isDate.test(words)
  );
}

const isGreeting = /^(?:kia ora|tēnā|dear|hi|hello|mōrena)\b/i;
const isDate = /^(?:\p{L}+day,? )?\d{1,2} \p{L}+ \d{4}$/u;
