import type { Flow, Inline, List } from '../../document/tree.ts';
import { list, paragraph, trimEnds, wordsOf } from '../nodes.ts';

/** What people type in place of a bullet, of a program's list or behind one: Symbol’s bullet is U+F0B7. */
const bullet = /^\s*(?:[•·▪◦‣●○■□➢➤✓✔☐☑❖\uF0A7\uF0B7\uF0FC]|[-–—*](?=\s)|o(?=\s\s+))\s*/u;
const numeral = /^\s*\(?(\d{1,3})[.)]\s+/;

/**
 * Paragraphs that were typed as lists become lists, and entries lose the bullets typed behind their own.
 * A number alone is no list: two that go on from each other are.
 */
export function typedLists(nodes: readonly Flow[]): Flow[] {
  const made: Flow[] = [];
  let open: { items: Flow[][]; numbers?: number[] } | undefined;
  const close = () => {
    if (open) made.push(list(open.items, open.numbers));
    open = undefined;
  };
  const flow = nodes.flatMap(splitLines);
  flow.forEach((node, index) => {
    if (node.type === 'list') {
      close();
      made.push(withoutBullets(node));
      return;
    }
    const words = node.type === 'paragraph' ? node.children : [];
    const start = words[0]?.type === 'text' ? words[0].value : '';
    const number = Number(numeral.exec(start)?.[1] ?? Number.NaN);
    const next = flow[index + 1];
    const goesOn =
      open?.numbers?.at(-1) === number - 1 ||
      (next?.type === 'paragraph' && numeral.exec(wordsOf(next))?.[1] === String(number + 1));
    if (bullet.test(start)) {
      if (open?.numbers) close();
      open ??= { items: [] };
      open.items.push([paragraph(cut(words, bullet))]);
    } else if (!Number.isNaN(number) && goesOn) {
      if (open && !open.numbers) close();
      open ??= { items: [], numbers: [] };
      open.items.push([paragraph(cut(words, numeral))]);
      open.numbers?.push(number);
    } else {
      close();
      made.push(node.type === 'quote' ? { ...node, children: typedLists(node.children) } : node);
    }
  });
  close();
  return made;
}

/** A paragraph with lines of which each begins like an entry is as many paragraphs. */
function splitLines(node: Flow): Flow[] {
  if (node.type !== 'paragraph') return [node];
  const lines: Inline[][] = [[]];
  for (const child of node.children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const start = (line: Inline[]) => (line[0]?.type === 'text' ? line[0].value : '');
  const entries = lines.filter((line) => bullet.test(start(line)) || numeral.test(start(line)));
  if (lines.length < 2 || entries.length < 2) return [node];
  const parts: Inline[][] = [];
  for (const line of lines) {
    const isEntry = bullet.test(start(line)) || numeral.test(start(line));
    const last = parts.at(-1);
    // What stands below an entry without a bullet of its own goes on with it.
    if (isEntry || !last) parts.push([...line]);
    else last.push({ type: 'text', value: ' ', at: node.at }, ...line);
  }
  return parts.map((part) => paragraph(trimEnds(part)));
}

function withoutBullets(node: List): List {
  const items = node.items.map((item) => {
    const [first, ...rest] = typedLists(item);
    const words = first?.type === 'paragraph' ? first.children : [];
    return first?.type === 'paragraph'
      ? [paragraph(cut(words, bullet)), ...rest]
      : [...(first ? [first] : []), ...rest];
  });
  return list(
    items.map((item, index) => flattenBullet(item, node.items[index])),
    node.ordered ? (node.numbers ?? node.items.map((_, index) => index + 1)) : undefined,
  );
}

/** An entry whose only words were typed with a bullet of their own is that entry, not a list within it. */
function flattenBullet(item: Flow[], before: Flow[] | undefined): Flow[] {
  const [only] = item;
  const inner = only?.type === 'list' && item.length === 1 && only.items.length === 1;
  return inner && before?.[0]?.type === 'paragraph' ? (only.items[0] ?? item) : item;
}

function cut(words: readonly Inline[], mark: RegExp): Inline[] {
  const [first, ...rest] = words;
  return first?.type === 'text'
    ? [{ ...first, value: first.value.replace(mark, '') }, ...rest]
    : [...words];
}
