import { sentencesOf } from '../sentences.ts';
import type { PageRule } from '../rule.ts';

const long = `${'We say one thing after another '.repeat(6)}and stop.`;

export default {
  id: 'read/sentence',
  severity: 'warning',
  runs: 'text',
  why: 'A sentence of more than 25 words has to be read twice, most of all on a phone.',
  failing: { example: long, finds: [long] },
  passing: 'We say one thing. Then we say another one, e.g. this one. Then we stop.',
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.language === 'mi') continue;
      for (const { from, to, words } of sentencesOf(passage)) {
        if (words.length <= 25) continue;
        yield {
          at: passage.place(from, to),
          severity: words.length > 30 ? 'warning' : 'advice',
          message: `This sentence has ${words.length} words.`,
          suggestion: 'Make two of it, or a list.',
        };
      }
    }
  },
} satisfies PageRule;
