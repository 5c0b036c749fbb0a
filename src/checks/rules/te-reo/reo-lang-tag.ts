import { couldBeReo } from '../../language/could-be-reo.ts';
import { escaped, findIn, touches } from '../../language/find-in.ts';
import { foldReo } from '../../language/fold-reo.ts';
import type { Passage, Place } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'reo/lang-tag',
  severity: 'warning',
  runs: 'text',
  why: 'A screen reader says te reo Māori with English sounds unless it is told (WCAG 2.2, 3.1.2).',
  failing: {
    example: 'Kia ora koutou to all.\n\nHe aha te mea nui o te ao? He tangata ki ngā whānau katoa.',
    finds: ['Kia ora koutou', 'He aha te mea nui o te ao', 'He tangata ki ngā whānau katoa'],
  },
  passing:
    '<Reo mi="Kia ora koutou" /> to all whānau, ākonga and kaiako at the hui. We are to take more home. Parts of Te Marautanga o Aotearoa are ready.',
  *check({ passages, kind }, { content: { kupu } }) {
    if (kind === 'kupu' || kind === 'glossary' || kind === 'contacts') return;
    const words = new Set(kupu.words.map(foldReo));
    const phrases = kupu.phrases
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|');
    const listed =
      phrases === ''
        ? undefined
        : new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases})(?![\\p{L}\\p{M}])`, 'giu');
    for (const passage of passages) {
      // Front matter and titles are plain text: nothing can be marked there, and the build does it.
      if (passage.kind === 'field') continue;
      const done: { from: number; to: number }[] = [];
      for (const found of listed ? findIn(passage, listed) : []) {
        done.push(found);
        yield fault(found.place, found.text);
      }
      for (const found of runsIn(passage)) {
        const all = found.text.split(/[\s,]+/);
        // Names of people and places need no mark (WCAG 2.2, 3.1.2).
        const names = all.filter((word) => !particles.has(word.toLowerCase()) && word !== 'are');
        if (names.length > 1 && names.every((word) => /^\p{Lu}/u.test(word))) continue;
        const sure = all.filter((word) => /[āēīōū]/i.test(word) || words.has(foldReo(word)));
        const macrons = all.some((word) => /[āēīōū]/i.test(word));
        const certain = sure.length * 3 >= all.length && macrons;
        const little = all.filter((word) => particles.has(word.toLowerCase())).length;
        if (touches(found, done) || (!certain && little * 3 < all.length)) continue;
        yield fault(passage.place(found.from, found.to), found.text);
      }
    }
  },
} satisfies PageRule;

/** Stretches of four words or more that could all be te reo Māori. */
function* runsIn({ words }: Passage): Generator<{ from: number; to: number; text: string }> {
  let run: { from: number; to: number; count: number } | undefined;
  const finished = () =>
    run && run.count >= 4
      ? [{ from: run.from, to: run.to, text: words.slice(run.from, run.to) }]
      : [];
  for (const match of words.matchAll(/[\p{L}\p{M}’'-]+/gu)) {
    const to = match.index + match[0].length;
    const joined = run && /^,? $/.test(words.slice(run.to, match.index));
    if (!joined || !couldBeReo(match[0])) {
      yield* finished();
      run = undefined;
    }
    if (!couldBeReo(match[0])) continue;
    run = { from: run?.from ?? match.index, to, count: (run?.count ?? 0) + 1 };
  }
  yield* finished();
}

/* Small words of te reo Māori that are none in English. */
const particles = new Set(
  'te ngā o ki kia i ko hei nā nō mō mā e aha mea nui ao tēnā tēnei ia tō ō tātou koutou rātou mātou'.split(
    ' ',
  ),
);

const fault = (at: Place, words: string) => ({
  at,
  message: `“${words}” is not marked as te reo Māori.`,
  suggestion: `<Reo mi="${words}" />`,
});
