import { audienceIds } from '../../../publication/site.ts';
import type { PageRule } from '../../rule.ts';

const header = (preheader: string) =>
  `---\ndate: 2026-05-08\nsummary: What this edition says.\nbulletins:\n  schools:\n    subject: AS-CMS sessions on 12 and 14 May\n    preheader: ${preheader}\n---\n\nKia ora.\n`;

export default {
  id: 'mail/preheader',
  severity: 'warning',
  runs: 'front matter',
  why: 'The line after the subject is read by everybody who sees the inbox; repeated or short, it is wasted.',
  failing: {
    example: { 'newsletters/2026-05-08.mdx': header('AS-CMS sessions') },
    finds: ['AS-CMS sessions'],
  },
  passing: {
    'newsletters/2026-05-08.mdx': header(
      'School staff can also read comments, add files and get email.',
    ),
  },
  *check(page) {
    for (const audience of audienceIds()) {
      const preheader = page.field(`bulletins.${audience}.preheader`);
      const subject = page.field(`bulletins.${audience}.subject`);
      if (!preheader) continue;
      const { value, place } = preheader;
      const repeats = subject && folded(subject.value).startsWith(folded(value));
      if (repeats || (subject && folded(value).startsWith(folded(subject.value)))) {
        yield {
          at: place,
          message: 'The preheader repeats the subject.',
          suggestion: 'Say what else is in the edition.',
        };
      } else if (value.length < 40 || value.length > 100) {
        yield {
          at: place,
          message: `The preheader has ${value.length} characters.`,
          suggestion: 'Use 40 to 100 characters.',
        };
      }
    }
  },
} satisfies PageRule;

const folded = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
