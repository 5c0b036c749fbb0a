import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../testing/editions/hostile-texts.ts';
import { randomDocument } from '../../testing/editions/random-document.ts';
import { withoutPlaces } from '../../testing/editions/without-places.ts';
import { parseBody } from '../parse-body.ts';
import { type Flow, type Heading, type Inline, unwritten as at } from '../tree.ts';
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

it('writes each of 1,000 random texts so that it is read as the same, and written the same again', () => {
  let nodes = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    // What is read once is what reading can give.
    const { body } = read(writeFlow(randomDocument(seed)));
    const written = writeFlow(body);
    const again = read(written);
    expect(withoutPlaces(again.body), `seed ${seed}`).toBe(withoutPlaces(body));
    expect(writeFlow(again.body), `seed ${seed}`).toBe(written);
    nodes += body.length;
  }
  expect(nodes).toBeGreaterThan(3000);
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
