import { plainWords } from './parse-inline.ts';
import type { Flow, Inline, Span } from './tree.ts';

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
    else if (node.type === 'block') {
      const { at } = node;
      if (node.name === 'Button') yield { to: node.props.to, at, words: node.props.label };
      if (node.name === 'Session' && node.props.register) {
        yield { to: node.props.register, at, words: undefined };
      }
      if (node.name === 'Survey' && node.props.url) {
        yield { to: node.props.url, at, words: undefined };
      }
      yield* eachLink(node.children);
    } else if ('children' in node) yield* eachLink(node.children);
  }
}
