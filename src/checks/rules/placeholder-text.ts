import { findAll } from '../find-in.ts';
import type { PageRule } from '../rule.ts';

const missing =
  /\b(?:TBC|TBA|TBD|TODO|FIXME|X{2,}|lorem ipsum(?: dolor)?|insert (?:link|date|name|text|image)(?: here)?)\b|\?{3,}/g;
const bracketed =
  /\[(?!\s*[x ]?\s*\])(?!(?:PDF|Word|Excel|PowerPoint|CSV|ZIP)[, ])[^\]\ufffc]{1,40}\](?!\()/g;

export default {
  id: 'placeholder/text',
  severity: 'error',
  runs: 'text',
  why: 'Words that hold a place for others look careless, and a reader cannot tell what was meant.',
  placeholder: true,
  failing: {
    example: 'Closes TBC, see XX or insert link here. A payment [10%] is due.',
    finds: ['TBC', 'XX', 'insert link here', '[10%]'],
  },
  passing: 'Closes on 29 May. Read the [list of contacts](/contacts/). A payment (10%) is due.',
  *check(page) {
    for (const { text, place } of findAll(page, missing)) {
      yield {
        at: place,
        message: `“${text}” holds the place of something that is still missing.`,
        suggestion: 'Write it, or leave the sentence out.',
      };
    }
    for (const { text, place } of findAll(page, bracketed)) {
      yield {
        at: place,
        severity: 'warning',
        message: `“${text}” looks like a place to fill in.`,
        suggestion: `Fill it in, or write ${text.replace('[', '(').replace(']', ')')}.`,
      };
    }
  },
} satisfies PageRule;
