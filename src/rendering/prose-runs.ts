import { type Block, type Flow, neverRendered, type Prose } from '../document/tree.ts';

/** Prose that stands together, or one block. */
export type Run = { prose: Prose[] } | { block: Block };

/**
 * Groups a text by what renders it: a run of prose is one piece of HTML, and in MJML one `mj-text`; a
 * block has a component of its own.
 */
export function proseRuns(nodes: readonly Flow[]): Run[] {
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
