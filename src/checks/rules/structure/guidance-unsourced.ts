import { findIn } from '../../language/find-in.ts';
import { mustByLaw } from '../../language/must.ts';
import type { PageRule } from '../../rule.ts';

const duty = new RegExp(
  String.raw`\b(?:child(?:ren)?|students?|parents?|guardians?|famil(?:y|ies)|whānau|applications?)\b[^.!?]{0,60}?${mustByLaw}|\b\d+ (?:consecutive )?school days\b|\baged \d+ (?:to|–|-) ?\d+\b`,
  'giu',
);

export default {
  id: 'guidance/unsourced',
  severity: 'warning',
  runs: 'text',
  why: 'What the law asks of families belongs on a guidance page with an owner and a review date; a copy in an old newsletter is read for years.',
  failing: {
    example: 'Children aged 6 to 16 must stay enrolled. After 20 school days they are recorded.',
    finds: ['Children aged 6 to 16 must', '20 school days'],
  },
  passing:
    '<For audience="providers">\n\n<Guidance id="families" />\n\n</For>\n\nYou must pass the module first. To add students you must log in. The application must be saved as PDF. Children are welcome.',
  *check(page) {
    if (page.kind !== 'newsletters') return;
    for (const passage of page.passages) {
      if (passage.kind === 'field') continue;
      for (const { quoted, place } of findIn(passage, duty)) {
        if (quoted) continue;
        yield {
          at: place,
          message:
            'This states what the law asks of families, in a newsletter that nobody keeps up to date.',
          suggestion: 'Write it on a guidance page, and quote it with <Guidance id="…" />.',
        };
      }
    }
  },
} satisfies PageRule;
