import type { PageRule } from '../../rule.ts';

export default {
  id: 'link/duplicate-text',
  severity: 'error',
  runs: 'links',
  why: 'Two links with the same words that lead to different places cannot be told apart in a list of links.',
  failing: {
    example: 'Register for [the session](/contacts/) or for [The session.](/privacy/)',
    finds: ['The session.'],
  },
  passing:
    'See the [list of contacts](/contacts/). The [list of contacts](/contacts/) stays up to date.',
  *check({ links }) {
    const seen = new Map<string, string>();
    for (const { words, to, passage, span } of links) {
      if (!passage || !span) continue;
      const key = words
        .toLowerCase()
        .replaceAll(/[^\p{L}\d]+/gu, ' ')
        .trim();
      const other = seen.get(key);
      if (key === '') continue;
      if (other === undefined) seen.set(key, to);
      else if (other !== to) {
        yield {
          at: passage.place(span.from, span.to),
          message: `“${words}” led to ${other} further up, and leads to ${to} here.`,
          suggestion: 'Say in each link what is different: the date, the audience, the title.',
        };
      }
    }
  },
} satisfies PageRule;
