import { blank } from '../../reading/build-passage.ts';
import { sentencesOf } from '../../language/sentences.ts';
import type { PageRule } from '../../rule.ts';

const long = `${'We say one thing after another '.repeat(6)}and stop.`;

export default {
  id: 'read/sentence',
  severity: 'warning',
  runs: 'text',
  why: 'A sentence of more than 25 words has to be read twice, most of all on a phone.',
  failing: { example: long, finds: [long] },
  passing:
    'We say one thing. Then we say another one, e.g. this one. To see it as a phone shows it at night, run `npm run -s panui -- show 2026-05-08 --audience providers --as png --width 360 --dark > phone.png` and look.',
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.language === 'mi') continue;
      for (const { from, to, words } of sentencesOf(passage)) {
        if (words.length <= 25) continue;
        const count = lengthOf(passage.words.slice(from, to), words.length);
        if (count <= 25) continue;
        yield {
          at: passage.place(from, to),
          severity: count > 30 ? 'warning' : 'advice',
          message: `This sentence has ${count} words.`,
          suggestion: 'Make two of it, or a list.',
        };
      }
    }
  },
} satisfies PageRule;

/** How many words a reader reads: a command, a date or a name that a block prints is taken in as one. */
const lengthOf = (written: string, words: number): number =>
  written.includes(blank)
    ? (written.match(/\ufffc+|[\p{L}\d]+(?:[’'.:-][\p{L}\d]+)*/gu)?.length ?? 0)
    : words;
