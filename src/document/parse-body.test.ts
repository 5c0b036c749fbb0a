import { describe, expect, it } from 'vitest';
import { lineFinder } from './line-finder.ts';
import { parseBody } from './parse-body.ts';
import type { Flow, Inline } from './tree.ts';

const parse = (mdx: string, collection = 'newsletters') =>
  parseBody(mdx, collection, (line, { found }) => expect.unreachable(`line ${line}: ${found}`));
const faults = (mdx: string) => {
  const said: string[] = [];
  parseBody(mdx, 'newsletters', (line, { found }) => said.push(`${line}: ${found}`));
  return said;
};
const text = (value: string) => ({ type: 'text', value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });

describe('the text of a document', () => {
  it('tells tight lists from loose ones', () => {
    expect(parse('- one\n- two\n\nWords.\n\n1. one\n\n2. two')).toMatchObject([
      {
        type: 'list',
        ordered: false,
        tight: true,
        items: [[paragraph('one')], [paragraph('two')]],
      },
      paragraph('Words.'),
      {
        type: 'list',
        ordered: true,
        tight: false,
        items: [[paragraph('one')], [paragraph('two')]],
      },
    ]);
  });

  it('keeps the numbers of a list as they are written', () => {
    const numbers = (mdx: string) =>
      parse(mdx).flatMap((node) => (node.type === 'list' ? [node.numbers] : []));
    expect(numbers('1. one\n2. two')).toEqual([undefined]);
    expect(numbers('1. one\n1. two\n1. three')).toEqual([undefined]);
    expect(numbers('3. three\n3. four')).toEqual([[3, 4]]);
    expect(numbers('6. six\n9. nine\n14) five')).toEqual([[6, 9], [14]]);
    expect(numbers('1. one\n2. two\n\nWords.\n\n3. three')).toEqual([undefined, [3]]);
  });

  it('refuses numbers that do not go up, since nobody knows which of them is meant', () => {
    expect(faults('1. one\n2. two\n2. three')).toEqual(['3: 2. after 2.']);
    expect(faults('6. six\n9. nine\n\n1. one')).toEqual(['4: 1. after 9.']);
  });

  it('keeps lists within lists', () => {
    expect(parse('- fruit\n  1. apple\n  2. pear\n- bread')).toMatchObject([
      {
        ordered: false,
        items: [
          [
            paragraph('fruit'),
            { type: 'list', ordered: true, items: [[paragraph('apple')], [paragraph('pear')]] },
          ],
          [paragraph('bread')],
        ],
      },
    ]);
  });

  it('counts the rank of headings from the first level allowed in their place', () => {
    expect(parse('## Ngā mahi\n\n### Two').map(rankAndId)).toEqual(['1 nga-mahi', '2 two']);
    const [item] = parse(
      '<Item id="a" title="A" action="for-information">\n\n### One\n\n#### Two\n\n</Item>',
    );
    expect(childrenOf(item).map(rankAndId)).toEqual(['1 one', '2 two']);
    const [principle] = parse(
      '<Principle id="a" title="A">\n\n### One\n\n</Principle>',
      'guidance',
    );
    expect(childrenOf(principle).map(rankAndId)).toEqual(['1 one']);
  });

  it('takes a contact on its own line for a card, and in a sentence or a list entry for words', () => {
    const contact = { type: 'block', name: 'Contact', props: { id: 'desk' }, children: [] };
    expect(parse('<Contact id="desk" />')).toMatchObject([contact]);
    expect(parse('Ask <Contact id="desk" /> now.')).toMatchObject([
      {
        type: 'paragraph',
        children: [text('Ask '), contact, text(' now.')],
      },
    ]);
    expect(parse('- one\n- <Contact id="desk" />\n- or <Contact id="desk" />')).toMatchObject([
      {
        items: [
          [paragraph('one')],
          [{ type: 'paragraph', children: [contact] }],
          [{ type: 'paragraph', children: [text('or '), contact] }],
        ],
      },
    ]);
  });

  it('keeps typographic characters as written and changes no plain ones', () => {
    const written = '“Kia ora” – it’s … 10 m², $5 -- "ok"... (c) Whāngārei\u00a0now';
    expect(parse(written)).toMatchObject([paragraph(written)]);
  });

  it('keeps bold, emphasis, code, line breaks and links', () => {
    expect(parse('**b** *e* `c`  \n[the desk](/contacts/#desk)')).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [text('b')] },
          text(' '),
          { type: 'emphasis', children: [text('e')] },
          text(' '),
          { type: 'code', value: 'c' },
          { type: 'break' },
          { type: 'link', to: '/contacts/#desk', children: [text('the desk')] },
        ],
      },
    ]);
  });

  it('takes words directly between tags for a paragraph', () => {
    const callout = (inside: string) => parse(`<Callout kind="note" title="T">${inside}</Callout>`);
    const paragraphs = [
      {
        type: 'paragraph',
        children: [text('Read '), { type: 'strong', children: [text('this')] }, text('.')],
      },
    ];
    expect(callout('Read **this**.')).toMatchObject([{ children: paragraphs }]);
    expect(callout('\nRead **this**.\n\n')).toMatchObject([{ children: paragraphs }]);
  });

  it('composes letters and their macrons, in text and in props', () => {
    const [first, second] = parse('Māori\n\n<Reorua mi="Māori" en="Te Māori" />'.normalize('NFD'));
    expect(first).toMatchObject(paragraph('Māori'.normalize('NFC')));
    expect(second).toMatchObject({ props: { mi: 'Māori'.normalize('NFC') } });
  });
});

describe('the place of a node', () => {
  const source = `---
title: Ngā mihi
---

## Two **bold** words

- one
  - [two](/contacts/)

  <Contact id="desk" />
3. three
   <Reo
     mi='Kia ora &amp; "haere mai"' /> ends\\
   here *now* and \`then\`

> Quoted &lt;\u{1f44d}> text.

<Callout title="A > B"
  kind='note'>Loose **words** here</Callout>
`;
  const places = (nodes: readonly (Flow | Inline)[]): string[] =>
    nodes.flatMap((node) => [
      `${node.type}: ${source.slice(node.at.from, node.at.to)}`,
      ...(node.type === 'list'
        ? node.items.flatMap((item, index) => {
            const at = node.itemsAt[index];
            return [`item: ${source.slice(at?.from, at?.to)}`, ...places(item)];
          })
        : 'children' in node
          ? places(node.children)
          : []),
    ]);

  it('is what its author wrote', () => {
    expect(
      places(parse(source))
        .map((place) => JSON.stringify(place))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      ""heading: ## Two **bold** words"
      "text: Two "
      "strong: **bold**"
      "text: bold"
      "text:  words"
      "list: - one\\n  - [two](/contacts/)\\n\\n  <Contact id=\\"desk\\" />"
      "item: - one\\n  - [two](/contacts/)\\n\\n  <Contact id=\\"desk\\" />"
      "paragraph: one"
      "text: one"
      "list: - [two](/contacts/)"
      "item: - [two](/contacts/)"
      "paragraph: [two](/contacts/)"
      "link: [two](/contacts/)"
      "text: two"
      "paragraph: <Contact id=\\"desk\\" />"
      "block: <Contact id=\\"desk\\" />"
      "list: 3. three\\n   <Reo\\n     mi='Kia ora &amp; \\"haere mai\\"' /> ends\\\\\\n   here *now* and \`then\`"
      "item: 3. three\\n   <Reo\\n     mi='Kia ora &amp; \\"haere mai\\"' /> ends\\\\\\n   here *now* and \`then\`"
      "paragraph: three\\n   <Reo\\n     mi='Kia ora &amp; \\"haere mai\\"' /> ends\\\\\\n   here *now* and \`then\`"
      "text: three\\n"
      "block: <Reo\\n     mi='Kia ora &amp; \\"haere mai\\"' />"
      "text:  ends"
      "break: \\\\\\n"
      "text: here "
      "emphasis: *now*"
      "text: now"
      "text:  and "
      "code: \`then\`"
      "quote: > Quoted &lt;👍> text."
      "paragraph: Quoted &lt;👍> text."
      "text: Quoted &lt;👍> text."
      "block: <Callout title=\\"A > B\\"\\n  kind='note'>Loose **words** here</Callout>"
      "paragraph: Loose **words** here"
      "text: Loose "
      "strong: **words**"
      "text: words"
      "text:  here""
    `);
  });

  it('in a tag is its end and that of each value', () => {
    const [block] = parse(source).filter((node) => node.type === 'block');
    const { to = 0, values = {} } = block?.tag ?? {};
    expect(source.slice(block?.at.from, to)).toBe(`<Callout title="A > B"\n  kind='note'>`);
    expect(
      Object.entries(values).map(([name, at]) => [name, source.slice(at.from, at.to)]),
    ).toEqual([
      ['title', 'A > B'],
      ['kind', 'note'],
    ]);
  });

  it('tells the line it starts on', () => {
    const lineAt = lineFinder(source);
    const lines = source.split('\n');
    const starts = lines.map(
      (_, index) => lines.slice(0, index).join('\n').length + Number(index > 0),
    );
    expect(starts.map((from) => lineAt({ from }))).toEqual(lines.map((_, index) => index + 1));
    expect(lineAt({ from: source.length })).toBe(lines.length);
  });
});

describe('faults in a text', () => {
  it.each([
    ['#### Deep', ['Write ## Deep.']],
    ['# High', ['Write ## High.']],
    ['## One\n\n##### Deep', ['Write ### Deep.']],
    [
      'See http://ministry.example/a or www.ministry.example.',
      [
        'Write [the name of the page](https://ministry.example/a), with the words that readers are to see.',
        'Write [the name of the page](https://www.ministry.example), with the words that readers are to see.',
      ],
    ],
    ['[A page](http://ministry.example/a)', ['Write https://ministry.example/a.']],
  ])('are mended by what is not refused next: %s', (body, remedies) => {
    const said: string[] = [];
    parseBody(body, 'newsletters', (_, { remedy }) => said.push(remedy));
    expect(said).toEqual(remedies);
  });

  it('are all found, those that stop the parser, too', () => {
    expect(
      faults('One <5.\n\n<!-- note\n\nto self -->\n\nTwo {a b} {c.\n\n<br> <b>x</b>\n\n# T\n\n<4'),
    ).toEqual([
      '1: "<5."',
      '3: a comment',
      '7: {a b}',
      '7: a "{" that does not close',
      '9: <br>, an HTML tag',
      '13: "<4"',
      '9: <b>, an HTML tag',
      '11: # T',
    ]);
  });

  it('inside a block that is unknown or wrong are found with it', () => {
    expect(
      faults(
        '<Evnt title="A">\n\n<Session id="B" />\n\n<Callout>\n\n![](/a.png)\n\n</Callout>\n\n</Evnt>',
      ),
    ).toEqual([
      '1: <Evnt>',
      '3: id="B" in <Session>',
      '3: no "start"',
      '7: ![](/a.png)',
      '5: no "kind"',
      '5: no "title"',
    ]);
  });

  it('leave what they refuse in its place, with what could be read inside', () => {
    const source =
      'A ~~b~~ <i>c</i>.\n\n<Evnt title="A">\n\nWords\n\n</Evnt>\n\n![p](/p.png)\n\n<Callout kind="no" title="T">\n\nMore\n\n</Callout>\n\n<script>\nrun();\n</script>';
    const refused: string[] = [];
    const gather = (nodes: readonly (Flow | Inline)[]) => {
      for (const node of nodes) {
        if (node.type === 'refused') {
          const words = eachText(node.children);
          const tag = 'name' in node ? source.slice(node.at.from, node.tag.to) : '';
          refused.push(
            [source.slice(node.at.from, node.at.to).split('\n')[0], tag, words].join(' | '),
          );
        } else if (node.type === 'paragraph') gather(node.children);
      }
    };
    gather(parseBody(source, 'newsletters', () => undefined));
    expect(refused).toEqual([
      '~~b~~ |  | b',
      '<i>c</i> | <i> | ',
      '<Evnt title="A"> | <Evnt title="A"> | Words',
      '![p](/p.png) |  | ',
      '<Callout kind="no" title="T"> | <Callout kind="no" title="T"> | More',
      '<script> | <script> | ',
    ]);
  });

  it('of one block do not make its neighbours look wrong', () => {
    expect(faults('<WebOnly>\n\n<Buton to="/" label="Go" />\n\n</WebOnly>')).toEqual([
      '3: <Buton>',
    ]);
  });
});

const eachText = (nodes: readonly (Flow | Inline)[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : 'children' in node ? eachText(node.children) : '',
    )
    .join('');
const rankAndId = (node: unknown) => {
  const { rank, id } = node as { rank: number; id: string };
  return `${rank} ${id}`;
};
const childrenOf = (node: unknown) => (node as { children: unknown[] }).children;
