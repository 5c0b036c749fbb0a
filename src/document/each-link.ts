import { propMeanings } from '../blocks/prop-meanings.ts';
import { plainWords } from './parse-inline.ts';
import { type Block, cellsOf, type Flow, type Inline, type Span } from './tree.ts';

/** One link as its author wrote it. */
export interface FoundLink {
  to: string;
  /** Where it stands, or the block that makes it. */
  at: Readonly<Span>;
  /** Its words; undefined where a block makes them: to register for a session, to answer a survey. */
  words: string | undefined;
}

/** Every link in a text and in the props of its blocks. */
export function* eachLink(nodes: readonly (Flow | Inline)[]): Generator<FoundLink> {
  for (const node of nodes) {
    if (node.type === 'link') {
      yield { to: node.to, at: node.at, words: plainWords(node.children) };
    }
    if (node.type === 'list') yield* eachLink(node.items.flat());
    else if (node.type === 'table') yield* eachLink(cellsOf(node).flat());
    else if (node.type === 'block') {
      yield* linksOf(node);
      yield* eachLink(node.children);
    } else if ('children' in node && node.type !== 'refused') yield* eachLink(node.children);
  }
}

/** The links that a block makes. */
function* linksOf({ name, props, at }: Block): Generator<FoundLink> {
  const values = new Map<string, string | undefined>(Object.entries(props));
  const meanings = [...propMeanings(name)];
  const called = meanings.find(([, { names }]) => names === 'link')?.[0];
  for (const [prop, { is }] of meanings) {
    const to = is === 'link' ? values.get(prop) : undefined;
    if (to !== undefined)
      yield { to, at, words: called === undefined ? undefined : values.get(called) };
  }
}
