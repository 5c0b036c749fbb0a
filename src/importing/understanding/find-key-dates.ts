import { datesIn } from '../../checks/language/dates-in-text.ts';
import { type Block, type Flow, type Inline, unwritten as at } from '../../document/tree.ts';
import { block, list, paragraph, text, trimEnds, trimmedWords } from '../nodes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

const title =
  /\b(?:key|important|upcoming) dates?\b|\bdates? (?:to remember|for your (?:diary|calendar))\b/i;

/**
 * Under a heading that speaks of key dates, a list or a table whose every entry begins with a day or a period is
 * <Dates>. Paragraphs in a row that each begin so are too.
 * @param above the title of the item
 */
export function findKeyDates(nodes: readonly Flow[], above: string, known: Understanding): Flow[] {
  const made: Flow[] = [];
  let heading = title.test(above) ? above : undefined;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) continue;
    if (node.type === 'heading')
      heading = title.test(trimmedWords(node)) ? trimmedWords(node) : undefined;
    const taken = heading === undefined ? 0 : entriesFrom(nodes, index, known);
    if (heading === undefined || !taken) {
      made.push(node);
      continue;
    }
    const dates = datesOf(taken.entries, heading, known);
    if (dates && taken.head !== '')
      known.notes.leftOut.push({
        words: taken.head,
        why: 'the head of a table of dates, which <Dates> has not',
      });
    made.push(...(dates ? [dates] : nodes.slice(index, index + taken.count)));
    index += taken.count - 1;
  }
  return made;
}

interface Entry {
  when: Block;
  rest: Inline[];
  words: string;
}

function entriesFrom(nodes: readonly Flow[], index: number, known: Understanding) {
  const node = nodes[index];
  if (node?.type === 'list') {
    const single = node.items.every((item) => item.length === 1 && item[0]?.type === 'paragraph');
    const entries = single ? node.items.flatMap((item) => entryOf(item[0], known.day) ?? []) : [];
    return entries.length > 0 && entries.length === node.items.length
      ? { entries, count: 1, head: '' }
      : undefined;
  }
  if (node?.type === 'table') {
    const rows = node.rows.map(([when = [], ...others]) =>
      others.length === 1
        ? entryOf(paragraph([...when, text(': '), ...(others[0] ?? [])]), known.day)
        : undefined,
    );
    const heads = node.head?.map((cell) => trimmedWords(paragraph(cell))).join('\n') ?? '';
    const isPlain = !/[\p{L}]/u.test(
      heads.replaceAll(/\b(?:date|dates|when|what|event|activity|due)\b/gi, ''),
    );
    const entries = rows.filter((one) => one !== undefined);
    if (entries.length === 0 || entries.length < rows.length || !isPlain) return undefined;
    return { entries, count: 1, head: heads };
  }
  const entries: Entry[] = [];
  for (const one of nodes.slice(index)) {
    const entry = entryOf(one, known.day);
    if (!entry) break;
    entries.push(entry);
  }
  return entries.length > 1 ? { entries, count: entries.length, head: '' } : undefined;
}

function datesOf(
  entries: readonly Entry[],
  heading: string,
  known: Understanding,
): Flow | undefined {
  const proposals = entries.map(({ when, words }) => ({
    made: `<Dates>: <${when.name} ${Object.entries(when.props)
      .map(([key, value]) => `${key}="${value}"`)
      .join(' ')} />`,
    words,
    confidence: 'certain' as const,
    because: `an entry that begins with a day, under “${heading}”`,
  }));
  if (!propose(proposals, known)) return undefined;
  const items = entries.map(({ when, rest }): Flow[] => [paragraph([when, text(' '), ...rest])]);
  return block('Dates', { id: known.anchor(`${heading} list`), title: heading }, [list(items)]);
}

/** A day or a period at the start of a paragraph, and what follows. */
function entryOf(node: Flow | undefined, day: string): Entry | undefined {
  if (node?.type !== 'paragraph') return undefined;
  const [first, ...others] = node.children;
  const start = first?.type === 'strong' ? { ...text(trimmedWords(first)), at } : first;
  if (start?.type !== 'text') return undefined;
  const words = trimmedWords(node);
  const dates = datesIn({ words: start.value }, day);
  const [one, other, ...more] = dates;
  if (!one || one.from !== 0 || more.length > 0) return undefined;
  const isPeriod =
    other !== undefined && /^\s*(?:to|–|—|-)\s*$/.test(between(start.value, one.to, other.from));
  const shared =
    other !== undefined &&
    other.from === one.from &&
    /(?:to|–|—|-)/.test(start.value.slice(0, one.to));
  if (other !== undefined && ((!isPeriod && !shared) || other.day < one.day)) return undefined;
  const when =
    other === undefined
      ? block('Day', { on: one.day })
      : block('Period', { from: one.day, to: other.day });
  const tail = start.value.slice(Math.max(one.to, other?.to ?? 0)).replace(/^[\s:,–—-]+/, '');
  const [next, ...rest] = others;
  const after =
    tail === '' && next?.type === 'text'
      ? [{ ...next, value: next.value.replace(/^[\s:,–—-]+/, '') }, ...rest]
      : others;
  const said = trimEnds([
    ...(tail === '' ? [] : [text(tail)]),
    ...after.filter(({ type }, index) => index > 0 || type !== 'break'),
  ]);
  return said.length > 0 ? { when, rest: said, words } : undefined;
}

const between = (words: string, from: number, to: number) =>
  from <= to ? words.slice(from, to) : 'x';
