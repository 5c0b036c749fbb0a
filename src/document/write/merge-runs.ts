import type { Inline } from '../tree.ts';

/** Nodes as they are read: words beside words, and code beside code, are one. */
export function mergeRuns(nodes: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.type === 'code' && last?.type === 'code') {
      merged[merged.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.type !== 'text' || node.value !== '') merged.push(node);
  }
  return merged;
}
