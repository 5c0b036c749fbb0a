import { slug } from '../../../document/slug.ts';
import type { BlockUse, Page } from '../../reading/page.ts';
import type { Fault, PageRule } from '../../rule.ts';

export default {
  id: 'heading/order',
  severity: 'error',
  runs: 'text',
  why: 'Many people find their way by headings alone: each has to be one, say something of its own and stand one level beneath the last (WCAG 2.2, 1.3.1 and 2.4.6).',
  failing: {
    example:
      '## What is new:\n\n#### Details\n\n**Please see the guidance:**\n\n## What is New\n\nText.',
    finds: ['What is new:', 'Details', 'Please see the guidance:', 'What is New'],
  },
  passing:
    '## What is new\n\n### Details\n\nWe are closed on **Monday**.\n\n## How do I start?\n\nText.',
  *check(page) {
    yield* levels(page);
    yield* repeated(page);
    yield* bold(page);
    for (const heading of titles(page)) {
      const mark = /[.,:;!]\s*$/.exec(heading.text);
      if (!mark) continue;
      yield {
        at: heading.place(),
        message: `A heading ends without “${mark[0].trim()}”.`,
        suggestion: heading.text.slice(0, mark.index),
      };
    }
  },
} satisfies PageRule;

/** Everything that becomes a heading: what is written with "#", and the titles of blocks. */
const titles = ({ passages }: Page) =>
  passages.filter(
    ({ kind, field, block }) =>
      kind === 'heading' ||
      (field === 'title' && ['Category', 'Item', 'Principle', 'Event'].includes(block?.name ?? '')),
  );

function* levels({ passages }: Page): Generator<Fault> {
  let item: BlockUse | undefined;
  let last = 1;
  for (const heading of passages.filter(({ kind }) => kind === 'heading')) {
    const inside = titledAround(heading.block);
    if (inside !== item) last = inside ? 2 : 1;
    item = inside;
    const depth = heading.depth ?? 2;
    if (depth > last + 1) {
      yield {
        at: heading.place(),
        message: 'This heading skips a level.',
        suggestion: `${'#'.repeat(last + 1)} ${heading.text}`,
      };
    }
    last = depth;
  }
}

/** The block with a title of its own that a heading stands in. */
const titledAround = (block: BlockUse | undefined): BlockUse | undefined =>
  block === undefined || ['Category', 'Item', 'Principle'].includes(block.name)
    ? block
    : titledAround(block.parent);

function* repeated(page: Page): Generator<Fault> {
  const seen = new Set<string>();
  for (const heading of titles(page)) {
    const key = slug(heading.text);
    if (key !== '' && seen.has(key)) {
      yield {
        at: heading.place(),
        message: `“${heading.text}” is a heading further up, too.`,
        suggestion: 'Say what is different here, or remove one of the two.',
      };
    }
    seen.add(key);
  }
}

function* bold({ passages }: Page): Generator<Fault> {
  for (const passage of passages) {
    const first = passage.bold[0];
    if (passage.kind !== 'paragraph' || !first || passage.text.slice(0, first.from).trim() !== '')
      continue;
    const lead = passage.text.slice(first.from, first.to);
    if (passage.text.slice(first.to).trim() === '') {
      yield {
        at: passage.place(first.from, first.to),
        message: 'This line is bold so that it looks like a heading.',
        suggestion: 'Make it a heading with ##, or part of the text.',
      };
    } else if (/[:.]$/.test(lead.trim()) || /^\s*[:–]/.test(passage.text.slice(first.to))) {
      yield {
        at: passage.place(first.from, first.to),
        severity: 'warning',
        message: 'These bold words do the work of a heading.',
        suggestion: 'Make them a heading or a <Principle>, so that people can find and link to it.',
      };
    }
  }
}
