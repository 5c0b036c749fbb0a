import { findIn } from '../../language/find-in.ts';
import { mustByLaw } from '../../language/must.ts';
import type { PageRule } from '../../rule.ts';

const must = new RegExp(mustByLaw, 'g');

export default {
  id: 'guidance/ownership',
  severity: 'error',
  runs: 'front matter',
  why: 'Advice that people rely on needs the law it rests on, and a day on which somebody reads it again.',
  failing: {
    example: {
      'guidance/families.mdx':
        '---\ntitle: Families\nsummary: How to work with a family.\naudiences: [providers]\ntopic: Families\nowner: service-desk\nlastReviewed: 2026-05-01\nnextReview: 2026-05-01\n---\n\nA child aged 6 to 16 must stay enrolled until the Ministry decides.\n',
    },
    finds: ['2026-05-01', 'must'],
  },
  passing: {
    'guidance/families.mdx':
      '---\ntitle: Families\nsummary: How to work with a family.\naudiences: [providers]\ntopic: Families\nowner: service-desk\nlegalBasis:\n  - title: Education and Training Act 2020\n    url: https://www.legislation.govt.nz/\nlastReviewed: 2026-05-01\nnextReview: 2027-04-01\n---\n\nA child aged 6 to 16 must stay enrolled until the Ministry decides.\n',
    'guidance/enrol.mdx':
      '---\ntitle: Enrol\nsummary: How to enrol a student.\naudiences: [providers]\ntopic: Families\nowner: service-desk\nlastReviewed: 2026-05-01\nnextReview: 2027-04-01\n---\n\nTo enrol a child you must log in. The form must be saved as PDF.\n',
  },
  *check(page) {
    const { guidance } = page;
    if (!guidance) return;
    const { lastReviewed, nextReview, legalBasis } = guidance.data;
    const next = page.field('nextReview');
    // One before it is refused where the content is read.
    if (next && nextReview === lastReviewed) {
      yield {
        at: next.place,
        message: 'The next review is on the day of the last one.',
        suggestion: 'Give the day on which somebody reads every sentence again.',
      };
    }
    if (legalBasis.length > 0) return;
    for (const passage of page.passages) {
      if (passage.kind === 'field') continue;
      for (const { quoted, place } of findIn(passage, must)) {
        if (
          quoted ||
          !/\b(?:child|student|famil|parent|guardian|Ministry|law|enrol)/i.test(passage.text)
        )
          continue;
        yield {
          at: place,
          message: '“Must” states a duty under the law, and this page names no law.',
          suggestion: 'Add the Act and section under legalBasis, or say “should”.',
        };
        return;
      }
    }
  },
} satisfies PageRule;
