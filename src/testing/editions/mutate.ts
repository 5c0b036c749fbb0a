import type { Element, Nodes, Text } from 'hast';
import { looks, type FactKind } from '../../checks/parity/facts.ts';
import { parseHtml } from '../../checks/parity/read-html.ts';
import { word } from '../../checks/parity/rendered-words.ts';

/** One rendering with one fault in it. */
export interface Mutant<Source> {
  source: Source;
  kind: FactKind;
  how: 'drop' | 'alter' | 'unmark';
  /** What was dropped or altered. */
  what: string;
}

const patterns = Object.entries({ ...looks, word }).map(([kind, look]) => ({
  kind: kind as FactKind,
  look: new RegExp(look.source, 'giu'),
}));

/** Every fact of an HTML rendering dropped and altered, one at a time. */
export function mutateHtml(html: string): Mutant<Nodes>[] {
  // A place where a line may break is nothing that a reader can miss.
  const json = JSON.stringify(parseHtml(html.replaceAll('<wbr>', '')));
  const mutants: Mutant<Nodes>[] = [];
  const count = seen(JSON.parse(json)).length;
  const change = (
    at: number,
    kind: FactKind,
    how: Mutant<Nodes>['how'],
    what: string,
    mutate: (node: Element | Text, siblings: Nodes[]) => void,
  ) => {
    const source: Nodes = JSON.parse(json);
    const found = seen(source)[at];
    if (found) mutate(found.node, found.siblings);
    mutants.push({ source, kind, how, what });
  };
  const remove = (node: Nodes, siblings: Nodes[]) => siblings.splice(siblings.indexOf(node), 1);
  const tree = seen(JSON.parse(json));
  for (let at = 0; at < count; at++) {
    const node = tree[at]?.node;
    if (node?.type === 'text') {
      for (const { kind, how, what, source } of mutateWords(node.value.replaceAll('\u00a0', ' '))) {
        change(at, kind, how, what, (text) => Object.assign(text, { value: source }));
      }
    } else if (node?.tagName === 'img') {
      for (const { kind, how, what, source } of mutateWords(String(node.properties['alt'] ?? ''))) {
        change(at, kind, how, what, (img) => Object.assign(img, { properties: { alt: source } }));
      }
    } else if (node) {
      const kind = /^h\d$/.test(node.tagName)
        ? 'heading'
        : node.tagName === 'tr' && rowHead.test(JSON.stringify(node.children[0]))
          ? 'entry'
          : node.tagName === 'li' && !JSON.stringify(node.properties).includes('session')
            ? 'entry'
            : undefined;
      if (kind) {
        const what = node.tagName;
        change(at, kind, 'drop', what, remove);
        change(at, kind, 'unmark', what, (one) => Object.assign(one, { tagName: 'div' }));
        change(at, kind, 'alter', what, (one) => {
          const first = seen(one).find((inner) => inner.node.type === 'text')?.node;
          if (first?.type === 'text') first.value = `not ${first.value}`;
        });
      }
      const href = node.properties['href'];
      if (node.tagName === 'a' && typeof href === 'string') {
        change(at, 'link', 'alter', href, (one) =>
          Object.assign(one, { properties: { href: `${href}x` } }),
        );
        // An address or a number in words is not lost with its link.
        if (/^(?:tel|mailto):/.test(href)) continue;
        change(at, 'link', 'drop', href, (one) => Object.assign(one, { tagName: 'span' }));
      }
    }
  }
  return mutants;
}

/** Every fact of a plain-text rendering dropped and altered, one at a time. */
export function mutateText(text: string): Mutant<string>[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): Mutant<string>[] => {
    const put = (...other: string[]) => lines.toSpliced(at, 1, ...other).join('\n');
    if (/^ *https?:\S+$/.test(line)) {
      return [
        { kind: 'link', how: 'drop', what: line, source: put() },
        { kind: 'link', how: 'alter', what: line, source: put(`${line}x`) },
      ];
    }
    // What repeats the words of a link over its address counts as words.
    const label = /^ .*:$/.test(line) && /^ *https?:/.test(lines[at + 1] ?? '');
    const words = mutateWords(line).map((mutant) => ({
      ...mutant,
      kind: label ? ('word' as const) : mutant.kind,
      source: put(mutant.source),
    }));
    const marked = (kind: FactKind, mark: string, unmarked: string): Mutant<string>[] => [
      { kind, how: 'drop', what: line, source: put() },
      { kind, how: 'alter', what: line, source: put(`${mark}not ${line.slice(mark.length)}`) },
      { kind, how: 'unmark', what: line, source: unmarked },
    ];
    const [mark] = /^ *(?:- |\[ \] |\d+\. )/.exec(line) ?? [];
    if (mark) words.push(...marked('entry', mark, put(line.slice(mark.length))));
    const above = lines.slice(Math.max(0, at - 2), at);
    if (
      line !== '' &&
      above.length === Math.min(2, at) &&
      above.length > 0 &&
      above.every((one) => one === '')
    ) {
      words.push(...marked('heading', '', lines.toSpliced(at - 1, 1).join('\n')));
    }
    return words;
  });
}

/* Every fact in a run of words, and every word. */
function mutateWords(words: string): Mutant<string>[] {
  return patterns.flatMap(({ kind, look }) =>
    [...words.matchAll(look)].flatMap((match): Mutant<string>[] => {
      const [what] = match;
      const end = match.index + what.length;
      const put = (other: string) => words.slice(0, match.index) + other + words.slice(end);
      return [
        { kind, how: 'drop', what, source: put('') },
        { kind, how: 'alter', what, source: put(altered(what)) },
      ];
    }),
  );
}

/* The first digit another digit, or the first letter another letter. */
const altered = (what: string) =>
  /\d/.test(what)
    ? what.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
    : what.replace(/\p{L}/u, (letter) => (letter.toLowerCase() === 'x' ? 'y' : 'x'));

/* What the first cell of a row of an author's table is, and none of a table that lays out. */
const rowHead = /"tagName":"th","properties":\{"scope":"row"/;

interface Seen {
  node: Element | Text;
  siblings: Nodes[];
}

/* Every element and text that a reader sees, in order. */
function seen(node: Nodes): Seen[] {
  if (!('children' in node)) return [];
  const siblings: Nodes[] = node.children;
  return siblings.flatMap((child): Seen[] => {
    if (child.type === 'text') return [{ node: child, siblings }];
    if (child.type !== 'element' || unseen(child)) return [];
    return [{ node: child, siblings }, ...seen(child)];
  });
}

const unseen = ({ tagName, properties }: Element) =>
  ['head', 'style', 'script'].includes(tagName) ||
  ['anchor', 'for-whom'].some((name) => String(properties['className'] ?? '').includes(name));
