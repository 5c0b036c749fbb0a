import { formatDate } from '../../../dates/format.ts';
import { isRealDate } from '../../../dates/plain-date.ts';
import { printedDatesIn } from '../../language/dates-in-text.ts';
import type { BlockUse, Page, Passage } from '../../reading/page.ts';
import { setRule } from '../../rule.ts';
import { spotOf } from '../../to-finding.ts';
import { itemAround } from './deadlines-ahead.ts';

const edition = (due: string) =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: Send us your invoice\n    preheader: And two things to know.\n---\n\n<Item id="invoices" title="Invoices" action="action-required" due="${due}">\n\nSend us your invoice for $1,200.\n\n</Item>\n`;
const correction = `---\ntitle: The day that invoices are due\ndate: 2026-05-12\ncorrects: 2026-05-08#invoices\nsaid: Invoices are due on 15 May 2026.\nnow: Invoices are due on 22 May 2026.\nbulletins:\n  schools:\n    subject: "Correction: the day that invoices are due"\n    preheader: You have a week more.\n---\n`;

/** Days and amounts, which a correction is mostly about: each as readers see it. */
type Facts = readonly string[];

export default setRule({
  id: 'correction/stands',
  severity: 'warning',
  runs: 'set',
  why: 'The web shows an edition as it is now: a correction that it does not follow says two things at once.',
  failing: {
    example: {
      'newsletters/2026-05-08.mdx': edition('2026-05-15'),
      'corrections/2026-05-12-invoices-due.mdx': correction,
    },
    finds: ['Invoices are due on 22 May 2026.', 'Invoices are due on 15 May 2026.'],
  },
  passing: {
    'newsletters/2026-05-08.mdx': edition('2026-05-22'),
    'corrections/2026-05-12-invoices-due.mdx': correction,
  },
  note(page) {
    if (page.newsletter) return { id: page.id, facts: factsByItem(page) };
    const { correction, asAt = '' } = page;
    const [said, now] = [page.field('said'), page.field('now')];
    if (!correction || !said || !now) return undefined;
    return {
      corrects: correction.data.corrects,
      said: { facts: factsIn({ text: correction.data.said }, asAt), at: spotOf(said.place) },
      now: { facts: factsIn({ text: correction.data.now }, asAt), at: spotOf(now.place) },
    };
  },
  compare() {
    const editions = new Map<string, Record<string, Facts>>();
    return function* (note) {
      if (note.facts) {
        editions.set(note.id, note.facts);
        return;
      }
      const { corrects, said, now } = note;
      const facts = editions.get(corrects.edition)?.[corrects.item ?? whole];
      if (!facts) return;
      const where = corrects.item === undefined ? 'The edition' : `The item “${corrects.item}”`;
      for (const fact of now.facts) {
        if (facts.includes(fact)) continue;
        yield {
          at: now.at,
          message: `${where} of ${formatDate(corrects.edition)} does not say ${fact}.`,
          suggestion: 'Correct the edition too: the web shows it as it is now.',
        };
      }
      for (const fact of said.facts) {
        if (now.facts.includes(fact) || !facts.includes(fact)) continue;
        yield {
          at: said.at,
          message: `${where} of ${formatDate(corrects.edition)} still says ${fact}.`,
          suggestion:
            'Correct the edition too, or acknowledge this where it is about something else.',
        };
      }
    };
  },
});

const whole = '';

/** What each item of an edition says, and the edition as a whole. */
function factsByItem({ passages, blocks, asAt = '' }: Page): Record<string, Facts> {
  const facts: Record<string, string[]> = { [whole]: [] };
  const add = (item: BlockUse | undefined, found: Facts) => {
    const id = item?.props['id'];
    facts[whole]?.push(...found);
    if (id !== undefined) (facts[id] ??= []).push(...found);
  };
  for (const passage of passages) add(passage.item, factsIn(passage, asAt));
  for (const block of blocks)
    add(
      itemAround(block),
      Object.values(block.props)
        .map((value) => value.slice(0, 10))
        .filter(isRealDate)
        .map(formatDate),
    );
  return facts;
}

const factsIn = (passage: Pick<Passage, 'text'>, asAt: string): string[] => [
  ...printedDatesIn(passage, asAt).map(({ day }) => formatDate(day)),
  ...(passage.text.match(/\$\d[\d,]*(?:\.\d\d)?/g) ?? []),
];
