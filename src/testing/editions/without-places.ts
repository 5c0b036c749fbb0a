import type { Flow, Inline } from '../../document/tree.ts';

const places = new Set(['at', 'tag', 'itemsAt']);

/** What a tree says, apart from where it says it, as text to compare. */
export const withoutPlaces = (nodes: readonly (Flow | Inline)[]): string =>
  JSON.stringify(nodes, (key, value: unknown) => (places.has(key) ? undefined : value));
