import { hiddenIn } from '../../../schemas/text/hidden-characters.ts';
import type { Fault, PageRule } from '../../rule.ts';
import type { Place } from '../../reading/page.ts';

export default {
  id: 'text/hidden',
  severity: 'warning',
  runs: 'text',
  why: 'A character that nobody sees comes along with pasted text: a search does not find the word it stands in, and one that turns the direction makes a text read as something else.',
  failing: {
    example: 'Ask the Min\u200Bistry for inv\u202Eoice.&#x2066;',
    finds: ['\u200B', '\u202E', '&#x2066;'],
  },
  passing: 'Ask the Ministry for an invoice: 9\u00A0am 👩‍👩‍👧.',
  *check(page) {
    for (const { at, length, name, turns } of hiddenIn(page.source))
      yield fault({ page, from: at, to: at + length }, name, turns, '');
    // One that is written as its number, "&#x200b;", stands in no source.
    for (const { text, place } of page.passages) {
      for (const { at, length, name, turns } of hiddenIn(text)) {
        const own = place(at, at + length);
        if (hiddenIn(page.source.slice(own.from, own.to)).length > 0) continue;
        yield fault(own, name, turns);
      }
    }
  },
} satisfies PageRule;

const fault = (at: Place, name: string, turns: boolean, fix?: string): Fault => ({
  at,
  severity: turns ? 'error' : 'warning',
  message: `Here stands ${name}.`,
  suggestion: 'Take it out: it came along with pasted text.',
  // What turns the direction may hide something: a person looks at it.
  ...(fix !== undefined && !turns && { fix }),
});
