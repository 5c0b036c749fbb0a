import { type Block, type Flow, neverRendered, type Prose } from '../document/tree.ts';

/** Prose that stands together, or one block. */
export type Run = ({ prose: Prose[] } | { block: Block }) & {
  /** It comes after an item or a category, is none itself, and must not look like a part of it. */
  isBetween: boolean;
};

/**
 * Groups a text by what renders it: a run of prose is one piece of HTML, and in MJML one `mj-text`; a
 * block has a component of its own.
 */
export function proseRuns(nodes: readonly Flow[]): Run[] {
  const runs: Run[] = [];
  nodes.forEach((node, at) => {
    const last = runs.at(-1);
    if (node.type === 'refused') neverRendered(node);
    const isBetween = isBetweenItems(node, nodes[at - 1]);
    if (node.type === 'block') runs.push({ block: node, isBetween });
    else if (last && 'prose' in last) last.prose.push(node);
    else runs.push({ prose: [node], isBetween });
  });
  return runs;
}

/** Whether a node begins what stands between items, or after them. */
export const isBetweenItems = (node: Flow, before: Flow | undefined): boolean =>
  before !== undefined && isPart(before) && !isPart(node);

const isPart = (node: Flow) =>
  node.type === 'block' && (node.name === 'Item' || node.name === 'Category');
