import type { PageRule } from '../../rule.ts';

export default {
  id: 'link/full-stop',
  severity: 'warning',
  runs: 'links',
  why: 'A full stop inside a link is part of its name, so that two links that are alike are not.',
  failing: { example: 'Come. [Register for 12 May.](/contacts/)', finds: ['Register for 12 May.'] },
  passing: 'Come. [Register for 12 May](/contacts/). [How do I start?](/contacts/)',
  *check({ links }) {
    for (const { words, passage, span } of links) {
      if (!passage || !span || !/[.,;:]\s*$/.test(words) || /\.\.\.$|…$/.test(words)) continue;
      yield {
        at: passage.place(span.from, span.to),
        message: 'This link takes in the mark at its end.',
        suggestion: words.replace(/[.,;:]\s*$/, ''),
      };
    }
  },
} satisfies PageRule;
