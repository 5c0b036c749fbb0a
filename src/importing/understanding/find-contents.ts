import type { Flow } from '../../document/tree.ts';
import type { Action } from '../../schemas/fields.ts';
import { eachLink } from '../../document/each-link.ts';
import { trimmedWords } from '../nodes.ts';
import type { Notes } from '../notes.ts';
import { splitLabel } from './split-label.ts';

/** An entry of a contents list. */
export interface Entry {
  title: string;
  action: Action | undefined;
}

const opening =
  /^(?:(?:what(?:’s| is) )?(?:in|inside) this (?:issue|edition|newsletter|update|bulletin|pānui|month|week|email)|(?:table of )?contents|quick links|on this page)\s*:?$/i;

/** Takes the contents list out of a text: its entries are made anew of the titles, and are never typed. */
export function findContents(
  nodes: readonly Flow[],
  notes: Notes,
): { entries: Entry[]; rest: Flow[] } {
  const at = nodes.findIndex(
    (node) =>
      (node.type === 'paragraph' || node.type === 'heading') && opening.test(trimmedWords(node)),
  );
  const listed = nodes[at + 1];
  if (at < 0 || listed?.type !== 'list') return { entries: [], rest: [...nodes] };
  const whole = nodes.slice(at, at + 2);
  notes.leftOut.push({
    words: whole.flatMap(paragraphsIn).map(trimmedWords).join('\n'),
    links: [...eachLink(whole)].map(({ to }) => to),
    why: 'the contents list, which is made anew of the titles',
  });
  const entries = paragraphsIn(listed).map((node): Entry => {
    const { title: words, action } = splitLabel(trimmedWords(node).replace(/^\d+[.)]?\s+/, ''));
    return { title: words, action };
  });
  return { entries, rest: [...nodes.slice(0, at), ...nodes.slice(at + 2)] };
}

const paragraphsIn = (node: Flow): Flow[] =>
  node.type === 'list' ? node.items.flat().flatMap(paragraphsIn) : [node];
