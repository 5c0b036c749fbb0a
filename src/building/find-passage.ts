import { wordsIn } from '../checks/parity/rendered-words.ts';
import type { Flow, Inline, Span } from '../document/tree.ts';

/**
 * Where in a text something most likely stands of which only the words are known, as a rendering said
 * them: the smallest part that has most of them.
 * @returns nothing where no part has any
 */
export function findPassage(body: readonly Flow[], words: string): Readonly<Span> | undefined {
  const wanted = new Set(wordsIn(words));
  let best: { at: Readonly<Span>; count: number; size: number } | undefined;
  const visit = (node: Flow | Inline): void => {
    const said = new Set(wordsIn(textOf(node)));
    const count = [...wanted].filter((word) => said.has(word)).length;
    const size = node.at.to - node.at.from;
    if (count > (best?.count ?? 0) || (best && count === best.count && size < best.size))
      best = { at: node.at, count, size };
    insideOf(node).forEach(visit);
  };
  body.forEach(visit);
  return best?.at;
}

const insideOf = (node: Flow | Inline): readonly (Flow | Inline)[] =>
  node.type === 'list' ? node.items.flat() : 'children' in node ? node.children : [];

function textOf(node: Flow | Inline): string {
  const own = {
    link: 'to' in node ? node.to : '',
    words: 'value' in node ? node.value : '',
    props: node.type === 'block' ? Object.values(node.props).join(' ') : '',
  };
  return [...Object.values(own), ...insideOf(node).map(textOf)].join(' ');
}
