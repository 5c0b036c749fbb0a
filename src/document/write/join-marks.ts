import type { Emphasis, Inline, Strong } from '../tree.ts';
import { mergeRuns } from './merge-runs.ts';

type Marked = Strong | Emphasis;

/**
 * Nodes of which a reader sees the same with as few marks as can be: bold beside bold is one, and bold
 * within bold is no more than bold.
 */
export function joinMarks(
  nodes: readonly Inline[],
  within: readonly Inline['type'][] = [],
): Inline[] {
  const joined: Inline[] = [];
  for (const node of mergeRuns(nodes.flatMap((each) => unmarked(each, within)))) {
    const last = joined.at(-1);
    if (isMarked(node) && last?.type === node.type) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else joined.push(node);
  }
  return joined.map((node) =>
    isMarked(node) || node.type === 'link'
      ? { ...node, children: joinMarks(node.children, [...within, node.type]) }
      : node,
  );
}

const isMarked = (node: Inline): node is Marked =>
  node.type === 'strong' || node.type === 'emphasis';

/** What a mark holds, where it stands within one of its kind. */
const unmarked = (node: Inline, within: readonly Inline['type'][]): Inline[] =>
  isMarked(node) && within.includes(node.type)
    ? node.children.flatMap((child) => unmarked(child, within))
    : [node];
