import { findOwn } from '../find-in.ts';
import type { PageRule } from '../rule.ts';

export default {
  id: 'read/repeated',
  severity: 'warning',
  runs: 'text',
  why: 'A word that is typed twice is the slip that its author sees last.',
  failing: {
    example: 'Send it to the the Ministry. You will be able ask then.',
    finds: ['the the', 'able ask'],
  },
  passing:
    'All that had had to be said was said. Haere haere. We are able to ask. Very, very good.',
  *check(page) {
    for (const { text, place } of findOwn(
      page,
      /\b(?!had\b|that\b|haere\b|kia\b)(?<word>\p{Ll}{2,})[ \u00a0]+\k<word>\b(?!-)/giu,
    )) {
      if (
        page.passages.some(
          ({ language, place: own }) => language === 'mi' && own().from === place.from,
        )
      )
        continue;
      yield { at: place, message: `“${text}” says a word twice.`, suggestion: text.split(/\s/)[0] };
    }
    for (const { text, place } of findOwn(
      page,
      /\bable (?:ask|see|send|use|join|get|read|make|find|give|go|do|have|be)\b/gi,
    )) {
      yield {
        at: place,
        message: 'A word is missing here.',
        suggestion: text.replace(' ', ' to '),
      };
    }
  },
} satisfies PageRule;
