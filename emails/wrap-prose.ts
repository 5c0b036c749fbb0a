import { type Block, type Flow, neverRendered, type Prose } from '../src/document/tree.ts';

/** Prose that stands together, or one block. */
export type Run = { prose: Prose[] } | { block: Block };

/**
 * Groups a text for MJML, where words stand in `mj-text` and blocks beside it: each run of prose
 * becomes one group, so that a bulletin carries no more markup than it needs.
 */
export function wrapProse(nodes: readonly Flow[]): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (node.type === 'refused') neverRendered(node);
    if (node.type === 'block') runs.push({ block: node });
    else if (last && 'prose' in last) last.prose.push(node);
    else runs.push({ prose: [node] });
  }
  return runs;
}
