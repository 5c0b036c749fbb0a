import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../testing/editions/hostile-texts.ts';
import { randomDocument } from '../../testing/editions/random-document.ts';
import { withoutPlaces } from '../../testing/editions/without-places.ts';
import { randomFrom } from '../../testing/random-from.ts';
import { parseBody } from '../parse-body.ts';
import { type Cell, type Flow, type Heading, type Inline, unwritten as at } from '../tree.ts';
import { joinMarks } from './join-marks.ts';
import { comparedWords } from './same-words.ts';
import { writeFlow } from './write-flow.ts';

/** A text as it is read from a file. */
function read(mdx: string): { body: Flow[]; faults: string[] } {
  const faults: string[] = [];
  const body = parseBody(`${mdx}\n`.normalize('NFC'), 'newsletters', (line, { found }) =>
    faults.push(`${line}: ${found}`),
  );
  return { body, faults };
}

const text = (value: string): Inline => ({ type: 'text', value: value.normalize('NFC'), at });
const paragraph = (...children: Inline[]): Flow => ({ type: 'paragraph', children, at });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children, at });

describe('words that mean something to Markdown', () => {
  it.each<[string, (words: Inline) => Flow]>([
    ['a paragraph', (words) => paragraph(words)],
    ['bold', (words) => paragraph(text('a'), strong(words), text('b'))],
    ['words behind bold', (words) => paragraph(strong(text('b')), words)],
    ['words before bold', (words) => paragraph(words, strong(text('b')))],
    ['a link', (words) => paragraph({ type: 'link', to: '/a/', children: [words], at }, text('b'))],
    ['a quotation', (words) => ({ type: 'quote', children: [paragraph(words)], at })],
    [
      'a list',
      (words) => ({
        type: 'list',
        ordered: false,
        tight: true,
        items: [[paragraph(words)], [paragraph(words)]],
        itemsAt: [],
        at,
      }),
    ],
  ])('are read as they were written in %s', (_, make) => {
    for (const hostile of hostileTexts) {
      const node = make(text(hostile));
      const { body, faults } = read(writeFlow([node]));
      expect(withoutPlaces(body)).toBe(withoutPlaces([node]));
      expect(faults).toEqual([]);
    }
  });

  it('are read as they were written in a heading and in a prop', () => {
    for (const hostile of hostileTexts) {
      const heading: Heading = { type: 'heading', rank: 1, id: '', children: [text(hostile)], at };
      const [first] = read(writeFlow([heading])).body;
      expect(first?.type === 'heading' && withoutPlaces(first.children)).toBe(
        withoutPlaces(heading.children),
      );
      const mi = hostile
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\u2028]/gu, ' ')
        .trim();
      if (mi === '') continue;
      const tag = { to: 0, values: {} };
      const reo: Inline = { type: 'block', name: 'Reo', props: { mi }, children: [], at, tag };
      const sentence = paragraph(text('A phrase: '), reo, text('.'));
      expect(withoutPlaces(read(writeFlow([sentence])).body)).toBe(withoutPlaces([sentence]));
    }
  });

  it('get a backslash only where they need one', () => {
    const written = (words: string) => writeFlow([paragraph(text(words))]);
    expect(written('Attendance rules [PDF, 460 KB], snake_case, 3 > 2, AT&T, #1, -5 and $4.')).toBe(
      'Attendance rules [PDF, 460 KB], snake_case, 3 > 2, AT&T, #1, -5 and $4.',
    );
    expect(written('Write to desk@ministry.example or see www.ministry.example.')).toBe(
      'Write to desk\\@ministry.example or see www\\.ministry.example.',
    );
    expect(written('export the list')).toBe('&#101;xport the list');
    expect(written('1. A * and a [link](/there/)')).toBe('1\\. A \\* and a \\[link](/there/)');
  });
});

/** A tree of which a reader sees the same, with as few marks as can be. */
const joined = (nodes: readonly Flow[]): Flow[] =>
  nodes.map((node) => {
    if (node.type === 'list') return { ...node, items: node.items.map(joined) };
    if (node.type === 'paragraph' || node.type === 'heading')
      return { ...node, children: joinMarks(node.children) };
    if (node.type === 'table') {
      const cells = (row: Cell[]) => row.map((cell) => joinMarks(cell));
      const rows = node.rows.map(cells);
      return node.head ? { ...node, head: cells(node.head), rows } : { ...node, rows };
    }
    return node.type === 'block' || node.type === 'quote'
      ? { ...node, children: joined(node.children) }
      : node;
  });

it('writes each of 1,000 random texts so that it is read as the same, and written the same again', () => {
  let joins = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    const wanted = randomDocument(seed);
    const written = writeFlow(wanted);
    const { body } = read(written);
    // A few say what no marks can, such as bold beside bold within bold.
    if (comparedWords(body) !== comparedWords(wanted)) joins++;
    expect(comparedWords(joined(body)), `seed ${seed}`).toBe(comparedWords(joined(wanted)));
    const writtenAgain = writeFlow(body);
    const again = read(writtenAgain);
    expect(withoutPlaces(again.body), `seed ${seed}`).toBe(withoutPlaces(body));
    expect(writeFlow(again.body), `seed ${seed}`).toBe(writtenAgain);
  }
  expect(joins).toBeLessThan(120);
});

describe('marks beside and within each other', () => {
  it.each([
    '**a**__b__',
    '*a*_b_*c*',
    '***a** b*',
    '**_a_ b**',
    '***a***',
    '****a****',
    '**__a__ b**',
    '*_a_ b*',
    '**a `b`**`c`*d*',
    '`a`**b**`c`',
    '[**a**](/b/)**c**[*d*](/e/)*f*',
    '**[a](/b/)**[c](/d/)',
    '**a**<Day on="2026-05-15" />**b**',
    'a**b**c*d*e',
    '**“a”**b *(c)*d',
  ])('are read again as they were: %s', (mdx) => {
    const { body, faults } = read(mdx);
    expect(faults).toEqual([]);
    expect(withoutPlaces(read(writeFlow(body)).body)).toBe(withoutPlaces(body));
  });

  it('are written with as few as look the same where no marks can say them', () => {
    const slanted = (value: string): Inline => ({ type: 'emphasis', children: [text(value)], at });
    const bold = strong(strong(slanted('a')), strong(slanted('b')));
    expect(writeFlow([paragraph(bold)])).toBe('**_ab_**');
  });

  it('are read again as they were in each of 5,000 random rows of marks, words, code and links', () => {
    const parts =
      '* ** * ** *** _ __ **** ____ a b a b ā 😀 . ( `c` [x](/y/) [*x*](/y/) <Contact_id="desk"_/>'
        .split(' ')
        .map((part) => part.replaceAll('_id', ' id').replaceAll('_/', ' /'));
    parts.push(' ');
    const random = randomFrom(7);
    const pick = () => parts[Math.floor(random() * parts.length)] ?? '';
    let [marked, refused, joins] = [0, 0, 0];
    for (let row = 0; row < 5000; row++) {
      const mdx = Array.from({ length: 2 + Math.floor(random() * 12) }, pick).join('');
      const { body, faults } = read(mdx);
      if (faults.length > 0) {
        refused++;
        continue;
      }
      if (/"(?:strong|emphasis)"/.test(withoutPlaces(body))) marked++;
      const again = read(writeFlow(body));
      expect(again.faults, mdx).toEqual([]);
      expect(withoutPlaces(joined(again.body)), mdx).toBe(withoutPlaces(joined(body)));
      if (withoutPlaces(again.body) !== withoutPlaces(body)) joins++;
    }
    expect(marked).toBeGreaterThan(2500);
    expect(refused).toBeLessThan(100);
    expect(joins).toBeLessThan(5);
  });
});

it('writes in the style of the sample documents', () => {
  const mdx = `## A heading

Words, **bold** and *slanted*, \`code\` and [a link](/newsletters/), on <Day on="2026-05-15" />.

- one
- two
  - within two

1. first

2. second

   still second

> A quotation
>
> of two paragraphs.

<Item
  id="an-item"
  title="An item with “quotes” &quot;and&quot; more"
  action="for-information"
  topic="Style"
>

### Beneath it

<Button to="/newsletters/" label="Go on" />

</Item>`;
  expect(writeFlow(read(mdx).body)).toBe(mdx);
});
