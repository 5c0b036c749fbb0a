import { findOwn } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

const relative =
  /\b(?:today|tomorrow|yesterday|tonight|(?:this|next|last|the coming) (?:week|weekend|fortnight|month|Monday|Tuesday|Wednesday|Thursday|Friday)|recently|currently|(?<!\b(?:as|too|how) )soon(?! as)|shortly|earlier this (?:week|month)|later this (?:week|month)|in the (?:next few|coming) (?:days|weeks|months))\b/gi;

export default {
  id: 'date/relative',
  severity: 'warning',
  runs: 'text',
  why: '“Next week” is wrong in the archive, and wrong for whoever opens the email on Monday.',
  failing: {
    example: 'The Ministry is running sessions for schools next week. More will follow soon.',
    finds: ['next week', 'soon'],
  },
  passing:
    'Sessions run in the week of 11 May. Please answer as soon as you can. “See you next week,” they said.',
  *check(page) {
    for (const { text, place } of findOwn(page, relative)) {
      yield {
        at: place,
        message: `“${text}” depends on the day it is read.`,
        suggestion: 'Give the date, or leave it out.',
      };
    }
  },
} satisfies PageRule;
