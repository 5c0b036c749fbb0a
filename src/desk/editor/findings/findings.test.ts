import { EditorState } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { blockShapes } from '../../editing/block-shapes.ts';
import type { Finding } from '../../protocol/findings.ts';
import type { Flow } from '../../protocol/tree.ts';
import { fromTree } from '../model/from-tree.ts';
import { makeSchema } from '../model/make-schema.ts';
import { toTree } from '../model/to-tree.ts';
import { applyFix, letStand } from './apply-fix.ts';
import { findingsPlugin, rangeOfFinding, showFindings } from './findings-plugin.ts';
import { placeFindings } from './place-findings.ts';

const schema = makeSchema(blockShapes(), 'newsletters');
const paragraph = (value: string): Flow => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});
const body: Flow[] = [
  {
    type: 'list',
    ordered: false,
    tight: true,
    items: [[paragraph('a')], [paragraph('Maori and Maori')]],
  },
  {
    type: 'block',
    name: 'Item',
    props: { id: 'a', title: 'On Monday 15 May', action: 'for-information' },
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'Ask ' },
          { type: 'block', name: 'Contact', props: { id: 'nobody' } },
        ],
      },
    ],
  },
];
const finding = (over: Partial<Finding>): Finding => ({
  rule: 'a/b',
  severity: 'warning',
  message: 'Look.',
  line: 1,
  words: '',
  nth: 0,
  ...over,
});

function show(findings: readonly Finding[]) {
  const { doc, origins } = fromTree(schema, { bulletins: { schools: { subject: 'Maori' } } }, body);
  const state = EditorState.create({ doc, plugins: [findingsPlugin()] });
  const placed = placeFindings(doc, findings, toTree(doc, origins).places);
  return { placed, state: state.apply(showFindings(state, placed)) };
}

it('marks the words at fault, the block in a sentence that says them, and a block by its setting', () => {
  const { placed, state } = show([
    finding({ path: '0.1.0', words: 'Maori', nth: 1 }),
    finding({ path: '1.0', words: 'nobody' }),
    finding({ path: '1', prop: 'title', words: 'Monday' }),
    finding({ key: 'bulletins.schools.subject', words: 'Maori' }),
  ]);
  const texts = placed.map(
    ({ range }) => range && state.doc.textBetween(range.from, range.to, '|', '□'),
  );
  expect(texts).toEqual(['Maori', '□', 'Ask □', undefined]);
  // Both stand where they stood, with words typed before them.
  const typed = state.apply(state.tr.insertText('Then ', 3));
  const range = rangeOfFinding(typed, 0);
  expect(range?.from).toBe((placed[0]?.range?.from ?? 0) + 5);
});

it('mends words, settings and the top of the document, and nothing that has changed since', () => {
  const findings = [
    finding({ path: '0.1.0', words: 'Maori', nth: 1, fix: 'Māori' }),
    finding({ path: '1', prop: 'title', words: 'Monday', fix: 'Friday' }),
    finding({ key: 'bulletins.schools.subject', words: 'Maori', fix: 'Māori' }),
  ];
  const { state } = show(findings);
  const { tr } = state;
  for (const [index, one] of [...findings.entries()].toReversed()) {
    expect(applyFix(tr, one, rangeOfFinding(state, index))).toBe(true);
  }
  const mended = toTree(tr.doc, []);
  expect(mended.body[0]).toMatchObject({ items: [[{}], [paragraph('Maori and Māori')]] });
  expect(mended.body[1]).toMatchObject({ props: { title: 'On Friday 15 May' } });
  expect(mended.fields).toEqual({ bulletins: { schools: { subject: 'Māori' } } });
  const gone = finding({ path: '1', prop: 'title', words: 'Tuesday', fix: 'Friday' });
  expect(applyFix(state.tr, gone, rangeOfFinding(state, 1))).toBe(false);
});

it('lets a warning stand at the top of the document, with the reason and who decided', () => {
  const { state } = show([]);
  const { doc } = letStand(state, finding({ words: 'Maori' }), 'A name.', 'Editor');
  expect(doc.attrs['fields']).toMatchObject({
    acks: [{ rule: 'a/b', words: 'Maori', reason: 'A name.', by: 'Editor' }],
  });
});
