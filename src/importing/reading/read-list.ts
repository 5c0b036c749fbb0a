import { type Flow, unwritten as at } from '../../document/tree.ts';
import { list, paragraph, text } from '../nodes.ts';
import { type Element, property } from './parse-elements.ts';
import type { Parts } from './parts.ts';

/** A list with what its entries hold; what cannot stand in one follows it. */
export function readList(node: Element, parts: Parts): Flow[] {
  const items: Flow[][] = [];
  const numbers: number[] = [];
  const after: Flow[] = [];
  let next = Number(property(node, 'start') ?? 1);
  for (const child of node.children) {
    if (child.type !== 'element') {
      if (child.type === 'text' && child.value.trim() !== '') {
        items.push([paragraph([text(child.value)])]);
        numbers.push(next++);
      }
      continue;
    }
    // Word and some editors put a list beside the entries of its own list and not within one.
    if (['ul', 'ol'].includes(child.tagName) && items.length > 0) {
      items.at(-1)?.push(...readList(child, parts));
      continue;
    }
    const inside = parts.flow(child.tagName === 'li' ? child.children : [child]);
    const fits = inside.filter(({ type }) => ['paragraph', 'list', 'quote'].includes(type));
    const others = inside.filter((one) => !fits.includes(one));
    after.push(...others.filter(({ type }) => type !== 'heading'));
    const headings = others.flatMap((one) =>
      one.type === 'heading'
        ? [paragraph([{ type: 'strong' as const, children: one.children, at }])]
        : [],
    );
    const own = Number(property(child, 'value') ?? next);
    if (headings.length + fits.length === 0) continue;
    items.push([...headings, ...fits]);
    numbers.push(own);
    next = own + 1;
  }
  if (items.length === 0) return after;
  const goUp = numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0));
  const counted = goUp ? numbers : numbers.map((_, index) => index + 1);
  return [node.tagName === 'ol' ? list(items, counted) : list(items), ...after];
}
