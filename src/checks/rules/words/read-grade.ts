import { foldReo } from '../../language/fold-reo.ts';
import type { BlockUse, Passage } from '../../reading/page.ts';
import { gradeOf, sentencesOf } from '../../language/sentences.ts';
import type { PageRule } from '../../rule.ts';

const hard =
  'Consideration of educational opportunities necessitates comprehensive understanding of organisational responsibilities. '.repeat(
    10,
  );

export default {
  id: 'read/grade',
  severity: 'warning',
  runs: 'text',
  why: 'Text for somebody with nine years of school can be read by nearly everybody, and is quicker for the others.',
  failing: { example: hard, finds: [hard.trim()] },
  passing:
    'You can see the cases of your own students. We will show you how to do it. Bring your questions. '.repeat(
      6,
    ),
  *check(page, { content: { kupu } }) {
    if (page.kind === 'contacts' || page.kind === 'glossary') return;
    const reo = new Set(kupu.words.map(foldReo));
    const sections = Map.groupBy(
      page.passages.filter(
        ({ kind, language }) => kind !== 'field' && kind !== 'heading' && language === 'en',
      ),
      section,
    );
    for (const [of, passages] of sections) {
      const sentences = passages.flatMap((passage) =>
        sentencesOf({ text: passage.words.replaceAll('\ufffc', ' ') }).map(({ words }) => ({
          // Words of te reo Māori are not hard because they have many vowels.
          words: words.filter((word) => !reo.has(foldReo(word)) && !/[āēīōū]/i.test(word)),
        })),
      );
      const { grade, words } = gradeOf(sentences.filter((one) => one.words.length > 0));
      const first = passages[0];
      if (words < 100 || grade <= 9 || !first) continue;
      yield {
        at: of?.name === 'Item' ? of.prop('title') : first.place(),
        message: `This part takes ${Math.round(grade)} years of school to read with ease, and 9 is the most we ask.`,
        suggestion: 'Use shorter sentences and plainer words.',
      };
    }
  },
} satisfies PageRule;

/** An item or principle is read as a whole, and so is what stands outside of them. */
function section({ item, block }: Passage): BlockUse | undefined {
  return item ?? (block?.name === 'Principle' ? block : undefined);
}
