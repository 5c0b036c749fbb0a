import type { PageRule } from '../../rule.ts';

export default {
  id: 'list/manual-bullet',
  severity: 'error',
  runs: 'text',
  why: 'A typed tick or bullet is read aloud, and doubles the mark that the list already has.',
  failing: { example: '- ✓ view active cases\n- • read comments', finds: ['✓', '•'] },
  passing: '- view active cases\n- read 3 comments\n\nWe use ✓ in the form.',
  *check({ passages }) {
    for (const passage of passages) {
      const match = /^\s*([✓✔☑✅•●▪◦‣·–—*]|-)(?=\s)/u.exec(passage.words);
      if (!match || passage.kind === 'field') continue;
      const from = match[0].length - (match[1] ?? '').length;
      yield {
        at: passage.place(from, match[0].length),
        message: `“${match[1]}” is typed where a list makes its own marks.`,
        suggestion: 'Remove it; start each entry of a list with "- ".',
      };
    }
  },
} satisfies PageRule;
