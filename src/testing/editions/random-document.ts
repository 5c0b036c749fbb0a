import { slug } from '../../document/slug.ts';
import { type Flow, type Inline, unwritten as at } from '../../document/tree.ts';
import { plainWords } from '../../document/parse-inline.ts';
import { randomFrom } from '../random-from.ts';
import { hostileTexts } from './hostile-texts.ts';

const plain = [
  'words',
  'Ngā mihi',
  'a sentence of some length',
  'and more.',
  '“Quoted”',
  '(in brackets)',
  ', then',
  '😀',
  ' ',
];

/** A text of random structure, half of its words hostile, as an editor could make it. */
export function randomDocument(seed: number, size = 6): Flow[] {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Value>(...values: readonly [Value, ...Value[]]): Value =>
    values[below(values.length)] ?? values[0];
  const several = <Value>(most: number, make: () => Value): Value[] =>
    Array.from({ length: 1 + below(most) }, make);
  const words = () => (random() < 0.6 ? plain[below(plain.length)] : hostile()) ?? '';
  const hostile = () => hostileTexts[below(hostileTexts.length)] ?? '';
  const text = (): Inline => ({ type: 'text', value: words(), at });
  const id = () => `id-${below(1e6)}`;
  const tag = { to: 0, values: {} };
  const line = () =>
    words()
      .replaceAll(/[\p{Cc}\u2028]/gu, ' ')
      .normalize('NFC')
      .trim() || 'words';

  const sentenceBlock = (): Inline =>
    pick<() => Inline>(
      () => ({ type: 'block', name: 'Day', props: { on: '2026-05-15' }, children: [], at, tag }),
      () => ({ type: 'block', name: 'Reo', props: { mi: line() }, children: [], at, tag }),
      () => ({ type: 'block', name: 'Contact', props: { id: id() }, children: [], at, tag }),
    )();
  const code = pick('code', 'a`b', '``', ' a ', '{x}', '<a>', '`');
  const inline = (depth: number): Inline =>
    depth === 0
      ? text()
      : pick<() => Inline>(
          text,
          text,
          () => ({ type: 'strong', children: run(1 + below(3), depth - 1), at }),
          () => ({ type: 'emphasis', children: run(1 + below(3), depth - 1), at }),
          () => ({ type: 'code', value: code, at }),
          sentenceBlock,
        )();
  /* Marks stand beside and within marks of their kind too; words beside words are read as one. */
  const run = (length: number, depth: number): Inline[] => {
    const nodes: Inline[] = [];
    for (let tries = 0; nodes.length === 0 || tries < length; tries++) {
      const node = inline(depth);
      if (nodes.at(-1)?.type !== node.type || 'children' in node) nodes.push(node);
    }
    return nodes;
  };
  const link = (): Inline => ({
    type: 'link',
    to: pick('/a/', '/a(b', '/a(b)c', '#a', 'https://a.example/b_c?d=1&amp=2', '/a*b*{c}<d>\\e'),
    children: [{ type: 'text', value: 'to', at }, inline(1)],
    at,
  });
  /* Spaces alone before a tag are no words. */
  const opening = (): Inline => ({ type: 'text', value: words().trim() || 'words', at });
  const sentence = (): Inline[] => [
    opening(),
    ...(random() < 0.3 ? [link()] : []),
    ...run(1 + below(4), 2),
    ...(random() < 0.1 ? ([{ type: 'break', at }, text()] satisfies Inline[]) : []),
  ];
  const paragraph = (): Flow => ({ type: 'paragraph', children: sentence(), at });
  const heading = (rank: number): Flow => {
    const children = [text(), inline(1)];
    return { type: 'heading', rank, id: slug(plainWords(children)), children, at };
  };
  const list = (depth: number): Flow => {
    const items = several(4, (): Flow[] =>
      depth > 0 && random() < 0.3 ? [paragraph(), list(depth - 1)] : [paragraph()],
    );
    const tight = items.length < 2 || random() < 0.6;
    const ordered = random() < 0.3;
    let number = 1 + below(20);
    const numbered = ordered && depth === 2 && random() < 0.3;
    const numbers = items.map(() => (number += 1 + below(2)));
    return {
      type: 'list',
      ordered,
      ...(numbered && { numbers }),
      tight,
      items,
      itemsAt: [],
      at,
    };
  };
  const table = (): Flow => {
    const columns = 2 + below(4);
    const row = () =>
      Array.from({ length: columns }, () => sentence().filter((one) => one.type !== 'break'));
    return {
      type: 'table',
      align: Array.from({ length: columns }, () => pick(undefined, 'left', 'right', 'center')),
      ...(random() < 0.7 && { head: row() }),
      rows: several(3, row),
      at,
    };
  };
  const quote = (): Flow => ({ type: 'quote', children: several(2, paragraph), at });
  const prose = (): Flow =>
    pick<() => Flow>(
      paragraph,
      paragraph,
      () => list(2),
      table,
      quote,
      () => list(0),
    )();
  const dated = (): Flow => {
    const day: Inline = {
      type: 'block',
      name: 'Day',
      props: { on: '2026-05-15' },
      children: [],
      at,
      tag,
    };
    const words = (): Inline => ({ type: 'text', value: ` ${line()}`, at });
    const items = several(3, (): Flow[] => [{ type: 'paragraph', children: [day, words()], at }]);
    return { type: 'list', ordered: false, tight: true, items, itemsAt: [], at };
  };
  const item = (children: readonly Flow[]): Flow => ({
    type: 'block',
    name: 'Item',
    props: { id: id(), title: line(), action: 'for-information' },
    children: [heading(1), ...children, heading(2)],
    at,
    tag,
  });
  const block = (): Flow => {
    const children = several(3, prose);
    return pick<() => Flow>(
      () => ({
        type: 'block',
        name: 'Callout',
        props: { kind: 'note', title: line() },
        children,
        at,
        tag,
      }),
      () => item(children),
      () => ({
        type: 'block',
        name: 'Category',
        props: { title: line() },
        children: [heading(1), item(children), ...children, item([prose()])],
        at,
        tag,
      }),
      () => ({
        type: 'block',
        name: 'Table',
        props: { title: line() },
        children: [table()],
        at,
        tag,
      }),
      () => ({
        type: 'block',
        name: 'Dates',
        props: { id: id(), title: line() },
        children: [dated()],
        at,
        tag,
      }),
      () => ({
        type: 'block',
        name: 'Button',
        props: { to: '/a/?b="c"&amp;d', label: line() },
        children: [],
        at,
        tag,
      }),
      () => ({
        type: 'block',
        name: 'WebOnly',
        props: {},
        children: [...children, heading(2)],
        at,
        tag,
      }),
    )();
  };
  return several(size, () => pick(prose, prose, block, () => heading(1))());
}
