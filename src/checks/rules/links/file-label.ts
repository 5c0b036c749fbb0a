import { isFileAddress, isLabelled, kindOfAddress } from '../../../files/content-file.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'file/label',
  severity: 'error',
  runs: 'links',
  why: 'People want to know before they open a file what it is and how big (Web Usability Standard 1.4).',
  failing: {
    example: 'Read the [attendance rules](https://www.education.govt.nz/rules.pdf).',
    finds: ['attendance rules'],
  },
  passing: 'Read the [attendance rules [PDF, 460 KB]](https://www.education.govt.nz/rules.pdf).',
  *check({ links }) {
    for (const { to, words, passage, span, place } of links) {
      // Of a file of our own the build says it, from the file itself.
      const kind = isFileAddress(to) ? undefined : kindOfAddress(to);
      if (kind === undefined || isLabelled(words, kind)) continue;
      yield {
        at: passage && span ? passage.place(span.from, span.to) : place,
        message: `“${words}” leads to a file, and does not say what it is and how big.`,
        suggestion: `${words} [${kind}, … KB]`,
      };
    }
  },
} satisfies PageRule;
