import { slug } from '../../blocks/slug.ts';
import type { Page } from '../page.ts';
import type { Fault, SetRule } from '../rule.ts';

const edition = (date: string, body: string) =>
  `---\ndate: ${date}\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: One thing to do\n    preheader: And one to know.\n---\n\n${body}\n`;

export default {
  id: 'xref/bulletin-date',
  severity: 'warning',
  runs: 'set',
  why: 'What we said would come is looked for in the next edition, on the day we named.',
  failing: {
    example: {
      'newsletters/2026-04-10.mdx': edition(
        '2026-04-10',
        '<ComingUp edition="2026-05-01">\n\n- Guidance on transition pathways\n- News of the drop-in sessions\n\n</ComingUp>',
      ),
      'newsletters/2026-05-08.mdx': edition(
        '2026-05-08',
        'Two drop-in sessions: here is the news.',
      ),
    },
    finds: ['2026-05-01', 'Guidance on transition pathways'],
  },
  passing: {
    'newsletters/2026-04-10.mdx': edition(
      '2026-04-10',
      '<ComingUp edition="2026-05-08">\n\n- Guidance on transition pathways\n\n</ComingUp>',
    ),
    'newsletters/2026-05-08.mdx': edition(
      '2026-05-08',
      'The pathway of transition has guidance now.',
    ),
  },
  compare() {
    let before: Page | undefined;
    return function* (page) {
      if (page.kind !== 'newsletters') return;
      if (before) yield* brokenPromises(before, page);
      before = page.blocks.some(({ name }) => name === 'ComingUp') ? page : undefined;
    };
  },
} satisfies SetRule;

function* brokenPromises(page: Page, next: Page): Generator<Fault> {
  const stems = stemsOf(textOf(next));
  for (const block of page.blocks.filter(({ name }) => name === 'ComingUp')) {
    const promised = block.props['edition'];
    if (promised !== undefined && promised !== next.id) {
      yield {
        at: block.prop('edition'),
        message: `The edition after this one is ${next.id}, not ${promised}.`,
        suggestion: next.id,
      };
    }
    for (const list of page.lists.filter((one) => one.block === block)) {
      for (const entry of list.entries) {
        if (!entry) continue;
        const wanted = [...stemsOf(entry.text)];
        const met = wanted.filter((stem) => stems.has(stem)).length;
        if (wanted.length === 0 || met * 2 >= wanted.length) continue;
        yield {
          at: entry.place(),
          message: `This was promised for the next edition, and ${next.id} does not have it.`,
          suggestion: 'Say in the newest edition what became of it, and acknowledge this.',
        };
      }
    }
  }
}

const textOf = (page: Page) => page.passages.map(({ text }) => text).join(' ');

/** The words that say what a topic is about, without endings. */
function stemsOf(text: string): Set<string> {
  const words = slug(text).split('-');
  const small = new Set([
    'about',
    'that',
    'with',
    'from',
    'your',
    'their',
    'this',
    'these',
    'update',
    'updates',
    'more',
    'will',
  ]);
  return new Set(
    words
      .filter((word) => word.length > 3 && !small.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}
