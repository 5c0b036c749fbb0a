import type { Fragment, Mark, Node } from 'prosemirror-model';
import type { Inline } from '../../protocol/tree.ts';
import { propsOf } from './block-dom.ts';

/** Words of the editor as the tree has them: of two marks that overlap, the longer one stands outside. */
export const toWords = (content: Fragment): Inline[] => nest(content.content, []);

function nest(nodes: readonly Node[], open: readonly Mark[]): Inline[] {
  const words: Inline[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at];
    if (!node) break;
    const outer = longestMark(nodes, at, open);
    if (outer) {
      const inside = nest(nodes.slice(at, at + outer.length), [...open, outer.mark]);
      words.push(...markedWords(outer.mark, inside));
      at += outer.length;
    } else {
      words.push(single(node));
      at += 1;
    }
  }
  return words;
}

/** The mark, of those that are not open yet, that goes on for longest from here; in order of the schema. */
function longestMark(nodes: readonly Node[], at: number, open: readonly Mark[]) {
  let longest: { mark: Mark; length: number } | undefined;
  for (const mark of nodes[at]?.marks ?? []) {
    if (mark.type.name === 'code' || mark.isInSet(open)) continue;
    let length = 1;
    while (nodes[at + length] && mark.isInSet(nodes[at + length]?.marks ?? [])) length++;
    if (!longest || length > longest.length) longest = { mark, length };
  }
  return longest;
}

/** Words with a mark around them; spaces at either end stand outside, where Markdown has to have them. */
function markedWords({ type, attrs }: Mark, inside: readonly Inline[]): Inline[] {
  if (type.name === 'link')
    return [{ type: 'link', to: String(attrs['to']), children: [...inside] }];
  const children = [...inside];
  const before = takeSpaces(children, 0, /^\s+/);
  const after = takeSpaces(children, children.length - 1, /\s+$/);
  const marked: Inline = { type: type.name === 'strong' ? 'strong' : 'emphasis', children };
  return [...before, ...(children.length > 0 ? [marked] : []), ...after];
}

/** Takes the spaces off one end of words. */
function takeSpaces(words: Inline[], at: number, end: RegExp): Inline[] {
  const one = words[at];
  const spaces = one?.type === 'text' ? end.exec(one.value)?.[0] : undefined;
  if (one?.type !== 'text' || spaces === undefined) return [];
  const value = one.value.replace(end, '');
  words.splice(at, 1, ...(value === '' ? [] : [{ ...one, value }]));
  return [{ type: 'text', value: spaces }];
}

function single(node: Node): Inline {
  if (node.isText) {
    const isCode = node.marks.some(({ type }) => type.name === 'code');
    return { type: isCode ? 'code' : 'text', value: node.text ?? '' };
  }
  if (node.type.name === 'break') return { type: 'break' };
  return { type: 'block', name: node.type.name.replace(/_inline$/, ''), props: propsOf(node) };
}
