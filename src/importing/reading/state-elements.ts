import type { Stated } from '../source.ts';
import { type Node, property } from './parse-elements.ts';

/* What stands within a sentence: everything else ends it. */
const inSentence = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const silent = new Set(['script', 'style', 'template', 'svg', 'math']);

/**
 * What a page says: all its text and links, without any understanding of what they are. It is taken from the
 * elements as they were parsed, and shares nothing with how they are made into a draft.
 */
export function stateElements(nodes: readonly Node[]): Stated {
  const passages: string[] = [];
  const links: string[] = [];
  let words = '';
  const end = () => {
    if (words.trim() !== '') passages.push(words);
    words = '';
  };
  const visit = (node: Node) => {
    if (node.type === 'text') words += node.value;
    if (node.type !== 'element' || silent.has(node.tagName)) return;
    const parts = !inSentence.has(node.tagName);
    if (parts) end();
    const href = property(node, 'href');
    if (node.tagName === 'a' && href !== undefined) links.push(href);
    const alt = property(node, 'alt');
    if (node.tagName === 'img' && alt !== undefined) passages.push(alt);
    node.children.forEach(visit);
    if (parts) end();
  };
  nodes.forEach(visit);
  end();
  return { passages, links };
}
