import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import type { BlockShape } from '../../protocol/blocks.ts';
import { blockDom, blockFrom, sentenceName } from './block-dom.ts';

/** What may stand in a list or a quotation, and in blocks that hold text. */
const sentences = 'paragraph | heading | list | quote | source';
const prose = `${sentences} | table`;

/** A text block remembers which words it was opened with: see `originOf` in from-tree. */
const origin: Record<string, AttributeSpec> = { origin: { default: null } };

/**
 * The schema of the editor, made of the contract: a node for each block, which holds what the contract lets
 * it hold, where the contract lets it stand.
 * @param container what blocks call the collection of the document
 */
export function makeSchema(shapes: readonly BlockShape[], container: string): Schema {
  const onItsOwn = shapes.filter(({ place }) => place !== 'sentence');
  /* What may stand directly in a collection or a block. */
  const flowIn = (parent: string) => {
    const blocks = onItsOwn.filter(({ within }) => within?.includes(parent) ?? true);
    return `(${[prose, ...blocks.map(({ name }) => name)].join(' | ')})+`;
  };
  const holding = ({ name, holds }: BlockShape): Partial<NodeSpec> => {
    if (holds === 'nothing') return { atom: true };
    const content = holds === 'blocks' ? flowIn(name) : holds === 'prose' ? `(${prose})+` : holds;
    return { content, isolating: true };
  };
  const blockNodes = onItsOwn.map((shape): [string, NodeSpec] => [
    shape.name,
    {
      ...holding(shape),
      attrs: { props: { default: {} } },
      defining: true,
      draggable: true,
      selectable: true,
      toDOM: (node) => blockDom(shape, node, 'section'),
      parseDOM: [blockFrom(shape.name, 'section')],
    },
  ]);
  const inSentences = shapes
    .filter(({ place }) => place !== 'own-line')
    .map((shape): [string, NodeSpec] => [
      sentenceName(shape.name),
      {
        inline: true,
        group: 'inline',
        atom: true,
        attrs: { props: { default: {} } },
        toDOM: (node) => blockDom(shape, node, 'span'),
        parseDOM: [blockFrom(shape.name, 'span')],
      },
    ]);
  return new Schema({
    nodes: {
      doc: { content: flowIn(container), attrs: { fields: { default: {} } } },
      ...proseNodes,
      ...Object.fromEntries(blockNodes),
      ...Object.fromEntries(inSentences),
    },
    marks,
  });
}

const proseNodes: Record<string, NodeSpec> = {
  paragraph: {
    content: 'inline*',
    attrs: origin,
    toDOM: () => ['p', 0],
    parseDOM: [{ tag: 'p' }],
  },
  heading: {
    content: 'inline*',
    attrs: { ...origin, rank: { default: 1 } },
    defining: true,
    toDOM: ({ attrs }) => [attrs['rank'] === 2 ? 'h4' : 'h3', 0],
    parseDOM: [1, 2, 3, 4, 5, 6].map((depth) => ({
      tag: `h${depth}`,
      attrs: { rank: depth > 3 ? 2 : 1 },
    })),
  },
  list: {
    content: 'item+',
    attrs: { ordered: { default: false }, numbers: { default: null }, tight: { default: true } },
    toDOM: ({ attrs }) => [attrs['ordered'] ? 'ol' : 'ul', 0],
    parseDOM: [
      { tag: 'ul', attrs: { ordered: false } },
      { tag: 'ol', attrs: { ordered: true } },
    ],
  },
  item: {
    content: `(${sentences})+`,
    defining: true,
    draggable: true,
    toDOM: () => ['li', 0],
    parseDOM: [{ tag: 'li' }],
  },
  quote: {
    content: `(${sentences})+`,
    defining: true,
    toDOM: () => ['blockquote', 0],
    parseDOM: [{ tag: 'blockquote' }],
  },
  table: {
    content: 'row+',
    isolating: true,
    attrs: { head: { default: true } },
    toDOM: ({ attrs }) => [
      'table',
      attrs['head'] === true ? {} : { 'data-headless': '' },
      ['tbody', 0],
    ],
    parseDOM: [
      {
        tag: 'table',
        // A table of another program begins with what its columns hold.
        getAttrs: (dom) => ({ head: !dom.hasAttribute('data-headless') }),
      },
    ],
  },
  row: { content: 'cell+', toDOM: () => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
  cell: {
    content: 'inline*',
    isolating: true,
    attrs: { ...origin, align: { default: null } },
    toDOM: ({ attrs }) => ['td', attrs['align'] ? { class: `align-${attrs['align']}` } : {}, 0],
    parseDOM: [{ tag: 'td' }, { tag: 'th' }],
  },
  source: {
    atom: true,
    attrs: { from: {}, to: {}, text: { default: '' } },
    draggable: true,
    toDOM: ({ attrs }) => ['pre', { 'data-source': '' }, String(attrs['text'])],
  },
  text: { group: 'inline' },
  break: {
    inline: true,
    group: 'inline',
    selectable: false,
    toDOM: () => ['br'],
    parseDOM: [{ tag: 'br' }],
  },
};

/* In the order in which they stand within each other, outermost first. */
const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { to: {} },
    inclusive: false,
    toDOM: ({ attrs }) => ['a', { href: String(attrs['to']) }, 0],
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const to = dom.getAttribute('href') ?? '';
          // Whatever is pasted, what runs is no link.
          return /^(?:\/(?![/\\])|#|https:\/\/)/i.test(to) && { to };
        },
      },
    ],
  },
  strong: {
    toDOM: () => ['strong', 0],
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
  },
  emphasis: {
    toDOM: () => ['em', 0],
    parseDOM: [{ tag: 'em' }, { tag: 'i' }],
  },
  code: {
    code: true,
    toDOM: () => ['code', 0],
    parseDOM: [{ tag: 'code' }],
  },
};
