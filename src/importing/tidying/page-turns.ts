import type { Flow, Inline, List } from '../../document/tree.ts';
import { list, paragraph, text, trimmedWords } from '../nodes.ts';
import type { Notes } from '../notes.ts';

/**
 * Joins what a page turn broke: an entry of a list without its full stop, and a paragraph after the list that
 * begins with a small letter. The lists before and after it were one.
 */
export function joinPageTurns(nodes: readonly Flow[], notes: Notes): Flow[] {
  const joined: Flow[] = [];
  let wasBroken = false;
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'paragraph' && last?.type === 'list' && isBroken(last, node)) {
      notes.mended.push(
        `An entry that a page turn broke is joined again, before “${trimmedWords(node)}”.`,
      );
      joined[joined.length - 1] = appendTo(last, node.children);
      wasBroken = true;
    } else if (
      wasBroken &&
      node.type === 'list' &&
      last?.type === 'list' &&
      !node.ordered &&
      !last.ordered
    ) {
      joined[joined.length - 1] = list([...last.items, ...node.items]);
      wasBroken = false;
    } else {
      joined.push(node);
      wasBroken = false;
    }
  }
  return joined;
}

function isBroken(last: List, node: Flow): boolean {
  const entry = last.items.at(-1)?.at(-1);
  if (entry?.type !== 'paragraph') return false;
  const words = trimmedWords(entry);
  return /[\p{L}\p{N},]$/u.test(words) && words.length > 30 && /^\p{Ll}/u.test(trimmedWords(node));
}

function appendTo(last: List, words: readonly Inline[]): List {
  const items = last.items.map((item, index) => {
    const end = item.at(-1);
    if (index < last.items.length - 1 || end?.type !== 'paragraph') return item;
    return [...item.slice(0, -1), paragraph([...end.children, text(' '), ...words])];
  });
  return { ...last, items };
}
