import { isShouted } from '../../language/shouting.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'text/all-caps',
  severity: 'warning',
  runs: 'text',
  why: 'Words in capitals are harder to read, some screen readers spell them out, and where much is bold nothing stands out.',
  failing: {
    example: 'Your invoice must include **ALL** of these. PLEASE REGISTER.',
    finds: ['ALL', 'PLEASE', 'REGISTER'],
  },
  passing: 'Your invoice must include **all** of these, says the CEO of NZQA.',
  *check(page) {
    let length = 0;
    let bold = 0;
    for (const passage of page.passages) {
      if (passage.kind !== 'field' && passage.kind !== 'heading') {
        length += passage.text.length;
        for (const { from, to } of passage.bold) bold += to - from;
      }
      // Of a subject another rule says so.
      if (passage.field?.endsWith('.subject')) continue;
      for (const match of passage.words.matchAll(/(?<![\p{L}\d-])\p{Lu}{3,}(?![\p{L}\d-])/gu)) {
        if (!isShouted(passage, match.index, match[0], page)) continue;
        yield {
          at: passage.place(match.index, match.index + match[0].length),
          message: `“${match[0]}” shouts.`,
          suggestion: match[0].toLowerCase(),
        };
      }
    }
    const first = page.passages.find(({ bold: parts }) => parts.length > 0);
    if (length > 600 && bold > length * 0.15 && first) {
      yield {
        at: first.place(),
        message: `${Math.round((bold / length) * 100)}% of this document is bold.`,
        suggestion: 'Keep bold for the few words that nobody may miss.',
      };
    }
  },
} satisfies PageRule;
