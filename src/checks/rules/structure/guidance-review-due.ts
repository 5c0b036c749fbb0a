import { formatDate } from '../../../dates/format.ts';
import { newestEditionDay } from '../../reading/newest-edition-day.ts';
import type { PageRule } from '../../rule.ts';

const page = (next: string) =>
  `---\ntitle: Families\nsummary: How to work with a family.\naudiences: [providers]\ntopic: Families\nowner: service-desk\nlastReviewed: 2025-05-01\nnextReview: ${next}\n---\n\nFamilies are welcome.\n`;

export default {
  id: 'guidance/review-due',
  severity: 'warning',
  runs: 'set',
  why: 'Guidance that nobody has read again in time may no longer be true, and newsletters quote it.',
  failing: { example: { 'guidance/families.mdx': page('2026-05-01') }, finds: ['2026-05-01'] },
  passing: { 'guidance/families.mdx': page('2026-05-09') },
  *check({ guidance, field }, { content }) {
    const newest = newestEditionDay(content);
    const next = field('nextReview');
    if (
      !guidance ||
      guidance.data.withdrawn ||
      !next ||
      newest === undefined ||
      guidance.data.nextReview > newest
    )
      return;
    yield {
      at: next.place,
      message: `This was to be read again by ${formatDate(guidance.data.nextReview)}, and the newest edition is of ${formatDate(newest)}.`,
      suggestion: 'Read every sentence, then change lastReviewed and nextReview.',
    };
  },
} satisfies PageRule;
