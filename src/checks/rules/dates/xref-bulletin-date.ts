import { slug } from '../../../document/slug.ts';
import type { Spot } from '../../finding.ts';
import type { Page } from '../../reading/page.ts';
import { setRule, type NotedFault } from '../../rule.ts';
import { spotOf } from '../../to-finding.ts';

const edition = (date: string, body: string) =>
  `---\ndate: ${date}\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: One thing to do\n    preheader: And one to know.\n---\n\n${body}\n`;

export default setRule({
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
    finds: ['2026-05-01', '2026-05-08'],
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
  note: (page) =>
    page.kind === 'newsletters'
      ? {
          id: page.id,
          isDraft: page.newsletter?.data.state === 'draft',
          at: spotOf(page.field('date')?.place ?? { page, from: 0, to: 0 }),
          stems: [...stemsOf(textOf(page))],
          promises: promisesIn(page),
        }
      : undefined,
  compare() {
    let before: { id: string; promises: readonly Promised[] } | undefined;
    return function* ({ id, isDraft, at, stems, promises }) {
      // What is being written may keep it yet.
      if (before && !isDraft) yield* broken(before, { id, at, stems: new Set(stems) });
      before = { id, promises };
    };
  },
});

/** What an edition says will come. */
interface Promised {
  /** The edition it is to come in. */
  edition: string | undefined;
  at: Spot;
  topics: { stems: string[]; text: string }[];
}

const promisesIn = (page: Page): Promised[] =>
  page.blocks
    .filter(({ name }) => name === 'ComingUp')
    .map((block) => ({
      edition: block.props['edition'],
      at: spotOf(block.prop('edition')),
      topics: page.lists
        .filter((list) => list.block === block)
        .flatMap(({ entries }) => entries.filter((entry) => entry !== undefined))
        .map(({ text }) => ({ stems: [...stemsOf(text)], text })),
    }));

/** What the next edition does not keep is told there: the one before has gone out, and nobody looks at it. */
function* broken(
  { id: promisedIn, promises }: { id: string; promises: readonly Promised[] },
  next: { id: string; at: Spot; stems: ReadonlySet<string> },
): Generator<NotedFault> {
  for (const { edition: promised, at, topics } of promises) {
    if (promised !== undefined && promised !== next.id) {
      yield {
        at,
        message: `The edition after this one is ${next.id}, not ${promised}.`,
        suggestion: next.id,
      };
    }
    for (const topic of topics) {
      const met = topic.stems.filter((stem) => next.stems.has(stem)).length;
      if (topic.stems.length === 0 || met * 2 >= topic.stems.length) continue;
      yield {
        at: next.at,
        message: `The edition of ${promisedIn} promised “${topic.text}” for this one, and it is not here.`,
        suggestion: 'Say here what became of it, or acknowledge this.',
      };
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
