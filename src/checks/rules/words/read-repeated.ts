import { findOwn } from '../../language/find-in.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'read/repeated',
  severity: 'warning',
  runs: 'text',
  why: 'A word that is typed twice, left out or heard wrong is the slip that its author sees last.',
  failing: {
    example:
      'Send it to the the Ministry. You will be able ask then. It should of come. Its a form. Go into to groups.',
    finds: ['the the', 'able ask', 'should of', 'Its a', 'into to'],
  },
  passing:
    'All that had had to be said was said. Haere haere. We are able to ask. Very, very good. Its aim is clear. Log in to vote.',
  *check(page) {
    let reo: Set<number> | undefined;
    for (const { text, place } of findOwn(
      page,
      /(?<![\p{L}\p{M}’'-])(?!had\b|that\b|haere\b|kia\b)(?<word>\p{Ll}{2,})[ \u00a0]+\k<word>(?![\p{L}\p{M}-])/giu,
    )) {
      reo ??= new Set(
        page.passages.flatMap((one) => (one.language === 'mi' ? one.place().from : [])),
      );
      if (reo.has(place.from)) continue;
      yield { at: place, message: `“${text}” says a word twice.`, suggestion: text.split(/\s/)[0] };
    }
    for (const { text, place } of findOwn(
      page,
      /\b(?:should|could|would|must|might) of\b(?! course)/gi,
    )) {
      yield {
        at: place,
        message: `“${text}” is how it sounds, and “have” is the word.`,
        suggestion: text.replace(/of$/i, 'have'),
      };
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
    for (const { text, place } of findOwn(page, /\bits (?:an?|the|been|also|important to)\b/gi)) {
      yield {
        at: place,
        message: `“${text}” is short for “it is” here.`,
        suggestion: text.replace(/^(it)s/i, '$1 is'),
      };
    }
    for (const { text, place } of findOwn(page, /\b(?:into|onto) to\b/gi)) {
      yield {
        at: place,
        message: `“${text}” says “to” twice.`,
        suggestion: text.replace(/ to$/i, ''),
      };
    }
  },
} satisfies PageRule;
